"""Fill the templates: the only place that knows Jinja."""

from functools import cache

import jinja2


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("shelflist.demo"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: object) -> str:
    """The template `templates/<template>` filled with `values`; text is escaped."""
    return _environment().get_template(template).render(**values)
