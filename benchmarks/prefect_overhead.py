"""What Prefect costs a harvest: a task run for each page, against one for each batch of 50.

Starts Prefect's own server; the pages are not there at all, so the whole time is Prefect's.
"""

import time

import flows  # noqa: F401  first, because it makes Prefect's settings

# isort: split
from prefect import flow, task
from prefect.cache_policies import NO_CACHE

PAGES, BATCH = 500, 50


@task(cache_policy=NO_CACHE, persist_result=False)
def nothing(pages: int) -> int:
    return pages


@flow(persist_result=False)
def visit(pages: int, batch: int) -> int:
    return sum(nothing(min(batch, pages - start)) for start in range(0, pages, batch))


def seconds(pages: int, batch: int) -> float:
    began = time.perf_counter()
    assert visit(pages, batch) == pages
    return time.perf_counter() - began


def main() -> None:
    start = seconds(0, 1)
    empty = seconds(0, 1)
    batched, single = seconds(PAGES, BATCH), seconds(PAGES, 1)
    print(f"first flow run, with the start of Prefect's server: {start:.1f} s")
    print(f"an empty flow run after that:                       {empty:.1f} s")
    print(f"{PAGES} pages, {BATCH} to a task:                           {batched:.1f} s")
    print(f"{PAGES} pages, one to a task:                           {single:.1f} s ({single / batched:.1f} times)")


if __name__ == "__main__":
    main()
