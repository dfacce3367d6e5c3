#!/bin/bash
# A real WordPress (Debian's packages) on 127.0.0.1, as root, without systemd. Idempotent.
#   wp.sh packages            install the Debian packages (no service is started)
#   wp.sh up                  database + site files + wp_install + web server (all steps skip what is done)
#   wp.sh seed                fill it with the archive's content (skips when already seeded)
#   wp.sh theme NAME          twentytwentyone | twentytwentytwo | twentytwentythree
#   wp.sh ops ARGS...         php/ops.php: edit, trash, password, schedule, sticky ... one change on the live site
#   wp.sh eval FILE [ARGS]    run a PHP file inside WordPress
#   wp.sh status | down | clean   (clean = down, then delete db, site, run)
# Variables (defaults): WP_BASE=${TMPDIR:-/tmp}/shelflist-wordpress WP_PORT=8321 WP_SERVER=php|nginx|apache(php) WP_URL=http://127.0.0.1:$WP_PORT
#   WP_SEED=seed.txt beside this script WP_THEME=twentytwentyone WP_PERMALINK=/%postname%/ WP_NOISE=0|1
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
: "${WP_BASE:=${TMPDIR:-/tmp}/shelflist-wordpress}" "${WP_PORT:=8321}" "${WP_SERVER:=php}" "${WP_THEME:=twentytwentyone}"
: "${WP_URL:=http://127.0.0.1:$WP_PORT}" "${WP_SEED:=$HERE/seed.txt}"
: "${WP_PERMALINK:=/%postname%/}" "${WP_NOISE:=0}" "${WP_SRC:=/usr/share/wordpress}"
export WP_BASE WP_PORT WP_URL WP_SEED WP_THEME WP_PERMALINK WP_NOISE
DB=$WP_BASE/db SITE=$WP_BASE/site RUN=$WP_BASE/run SOCK=$WP_BASE/run/db.sock
export WP_SITE=$SITE

say() { echo "wp.sh: $*" >&2; }
alive() { local p; [ -s "$1" ] && p=$(cat "$1") && kill -0 "$p" 2>/dev/null && [ "$(sed 's/.*) //' "/proc/$p/stat" 2>/dev/null | cut -c1)" != Z ]; }
php_() { php -d opcache.enable_cli=0 -d memory_limit=512M "$@"; }
sql() { mariadb --no-defaults --socket="$SOCK" -uroot "$@"; }

packages() {
  # "apache2-" style removals are not needed: wordpress depends on "apache2 | httpd" and apt takes apache2 whatever else
  # is named. RUNLEVEL=1 (and policy-rc.d where there is one) keeps every postinst from starting a service.
  DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y --no-install-recommends \
    wordpress wordpress-theme-twentytwentyone wordpress-theme-twentytwentytwo wordpress-theme-twentytwentythree php8.2 php-cli php-mysql php-gd \
    php-mbstring php-xml php-curl php-intl php-fpm mariadb-server nginx-light curl
}

db_up() {
  mkdir -p "$RUN"; chmod 755 "$RUN"
  if [ ! -d "$DB/mysql" ]; then
    say "creating $DB"
    mkdir -p "$DB"
    mariadb-install-db --no-defaults --user=root --datadir="$DB" --skip-test-db \
      --auth-root-authentication-method=socket >"$RUN/install-db.log" 2>&1
  fi
  if ! alive "$RUN/db.pid"; then
    rm -f "$SOCK"
    # own datadir + socket, no TCP at all, no /etc/mysql; small and lazy about fsync: it is a test double, not a store
    setsid mariadbd --no-defaults --user=root --datadir="$DB" --socket="$SOCK" --pid-file="$RUN/db.pid" \
      --skip-networking --skip-log-bin --performance-schema=OFF --innodb-buffer-pool-size=64M \
      --innodb-flush-log-at-trx-commit=0 --innodb-log-file-size=16M --character-set-server=utf8mb4 \
      --log-error="$RUN/db.log" </dev/null >/dev/null 2>&1 &
  fi
  for _ in $(seq 100); do mariadb-admin --no-defaults --socket="$SOCK" -uroot ping >/dev/null 2>&1 && break; sleep 0.1; done
  sql -e "CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4;
          CREATE USER IF NOT EXISTS 'wp'@'localhost' IDENTIFIED BY 'wp';
          GRANT ALL ON wordpress.* TO 'wp'@'localhost';"
}

site_up() {
  if [ ! -f "$SITE/wp-load.php" ]; then
    say "copying $WP_SRC to $SITE"
    mkdir -p "$SITE"
    cp -rL "$WP_SRC/." "$SITE/"          # -L: Debian's tree links libjs-*, getid3, htaccess elsewhere
    rm -f "$SITE/.htaccess"
    mkdir -p "$SITE/wp-content/uploads" "$SITE/wp-content/mu-plugins"
  fi
  cp "$HERE/php/mu-noise.php" "$SITE/wp-content/mu-plugins/noise.php"
  cat >"$SITE/wp-config.php.new" <<PHP
<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'wp'); define('DB_PASSWORD', 'wp');
define('DB_HOST', 'localhost:$SOCK'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
foreach (['AUTH_KEY','SECURE_AUTH_KEY','LOGGED_IN_KEY','NONCE_KEY','AUTH_SALT','SECURE_AUTH_SALT','LOGGED_IN_SALT','NONCE_SALT'] as \$k)
    define(\$k, hash('sha256', "fixture \$k"));
\$table_prefix = 'wp_';
define('WP_HOME', '$WP_URL'); define('WP_SITEURL', '$WP_URL');
define('WP_HTTP_BLOCK_EXTERNAL', true);      // nothing leaves this machine
define('AUTOMATIC_UPDATER_DISABLED', true); define('WP_AUTO_UPDATE_CORE', false);
define('DISABLE_WP_CRON', true);             // scheduled posts: wp.sh ops cron
define('WP_NOISE', (bool) $WP_NOISE);
define('WP_DEBUG', false); define('WP_MEMORY_LIMIT', '256M');
if ((\$_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '') === 'https') \$_SERVER['HTTPS'] = 'on';   // for WP_URL=https://...
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
PHP
  cmp -s "$SITE/wp-config.php.new" "$SITE/wp-config.php" && rm "$SITE/wp-config.php.new" || mv "$SITE/wp-config.php.new" "$SITE/wp-config.php"
  php_ "$HERE/php/install.php"
}

web_up() {
  if alive "$RUN/web.pid"; then say "web server already up"; return; fi
  case $WP_SERVER in
  php)  # 4 workers: WordPress may call itself; one worker would wait for itself
    PHP_CLI_SERVER_WORKERS=4 setsid php -d opcache.enable_cli=1 -d memory_limit=256M -d upload_max_filesize=64M \
      -S "127.0.0.1:$WP_PORT" -t "$SITE" "$HERE/php/router.php" </dev/null >"$RUN/web.log" 2>&1 &
    echo $! >"$RUN/web.pid" ;;
  nginx)
    chown -R www-data: "$SITE/wp-content/uploads"; mkdir -p "$RUN/nginx"
    cat >"$RUN/fpm.conf" <<CONF
[global]
error_log = $RUN/fpm.log
daemonize = no
[www]
user = www-data
group = www-data
listen = $RUN/fpm.sock
listen.mode = 0666
pm = static
pm.max_children = 4
CONF
    cat >"$RUN/nginx.conf" <<CONF
pid $RUN/nginx/nginx.pid; error_log $RUN/nginx/error.log; daemon off; worker_processes 1; user www-data;
events { worker_connections 64; }
http { include /etc/nginx/mime.types; default_type application/octet-stream; access_log $RUN/nginx/access.log;
  client_body_temp_path $RUN/nginx/b; proxy_temp_path $RUN/nginx/p; fastcgi_temp_path $RUN/nginx/f; uwsgi_temp_path $RUN/nginx/u; scgi_temp_path $RUN/nginx/s;
  gzip on; gzip_types text/css application/json application/rss+xml application/xml text/xml;
  server { listen 127.0.0.1:$WP_PORT; server_name _; root $SITE; index index.php;
    location / { try_files \$uri \$uri/ /index.php?\$args; }
    location ~ \.php\$ { try_files \$uri =404; include /etc/nginx/fastcgi_params; fastcgi_param SCRIPT_FILENAME \$document_root\$fastcgi_script_name;
      fastcgi_param HTTP_HOST \$http_host;   # Debian's fastcgi_params sends \$host, without the port: WordPress then redirects every page to itself
      fastcgi_pass unix:$RUN/fpm.sock; } } }
CONF
    setsid php-fpm8.2 -F -y "$RUN/fpm.conf" </dev/null >/dev/null 2>&1 & echo $! >"$RUN/fpm.pid"
    setsid nginx -c "$RUN/nginx.conf" </dev/null >"$RUN/web.log" 2>&1 & echo $! >"$RUN/web.pid" ;;
  apache)
    chown -R www-data: "$SITE/wp-content/uploads"
    local m=/usr/lib/apache2/modules
    cat >"$RUN/apache.conf" <<CONF
ServerName 127.0.0.1
ServerRoot $RUN
PidFile $RUN/apache-own.pid
DefaultRuntimeDir $RUN
Listen 127.0.0.1:$WP_PORT
User www-data
Group www-data
ErrorLog $RUN/apache-error.log
LoadModule mpm_prefork_module $m/mod_mpm_prefork.so
LoadModule authz_core_module $m/mod_authz_core.so
LoadModule dir_module $m/mod_dir.so
LoadModule mime_module $m/mod_mime.so
LoadModule rewrite_module $m/mod_rewrite.so
LoadModule deflate_module $m/mod_deflate.so
LoadModule filter_module $m/mod_filter.so
LoadModule php_module $m/libphp8.2.so
StartServers 2
MaxRequestWorkers 6
TypesConfig /etc/mime.types
AddOutputFilterByType DEFLATE text/html text/css application/javascript application/json application/rss+xml text/xml
DocumentRoot $SITE
DirectoryIndex index.php
<FilesMatch "\.php\$">
  SetHandler application/x-httpd-php
</FilesMatch>
<Directory $SITE>
  Require all granted
  RewriteEngine On
  RewriteRule .* - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization}]
  RewriteBase /
  RewriteRule ^index\.php$ - [L]
  RewriteCond %{REQUEST_FILENAME} !-f
  RewriteCond %{REQUEST_FILENAME} !-d
  RewriteRule . /index.php [L]
</Directory>
CONF
    setsid apache2 -f "$RUN/apache.conf" -DFOREGROUND </dev/null >"$RUN/web.log" 2>&1 & echo $! >"$RUN/web.pid" ;;
  *) say "WP_SERVER=$WP_SERVER?"; exit 2 ;;
  esac
  local host=${WP_URL#*://}; host=${host%%/*}
  for _ in $(seq 100); do
    curl -s -o /dev/null -m 5 -H "Host: $host" -H "X-Forwarded-Proto: ${WP_URL%%:*}" "http://127.0.0.1:$WP_PORT/robots.txt" && { say "up: $WP_URL ($WP_SERVER on 127.0.0.1:$WP_PORT)"; return; }
    sleep 0.1
  done
  say "the web server does not answer; see $RUN/web.log"; exit 1
}

stop_() {  # the whole process group of a pid that this script started
  alive "$1" || { rm -f "$1"; return 0; }
  local p g; p=$(cat "$1"); g=$(ps -o pgid= -p "$p" | tr -d ' ')
  if [ -n "$g" ] && [ "$g" = "$p" ]; then kill -TERM -- "-$g" 2>/dev/null || true; else kill -TERM "$p" 2>/dev/null || true; fi
  for _ in $(seq 150); do alive "$1" || break; sleep 0.1; done
  rm -f "$1"
}
web_down() { stop_ "$RUN/web.pid"; stop_ "$RUN/fpm.pid"; }

case ${1:-} in
  packages) packages ;;
  up) command -v mariadbd >/dev/null && [ -d "$WP_SRC/wp-content/themes/twentytwentythree" ] || packages; db_up; site_up; web_up ;;
  seed) php_ "$HERE/php/seed.php" ;;
  theme) php_ "$HERE/php/ops.php" theme "$2" ;;
  ops) shift; php_ "$HERE/php/ops.php" "$@" ;;
  eval) shift; php_ "$@" ;;
  restart-web) web_down; web_up ;;
  status) for n in db web fpm; do alive "$RUN/$n.pid" && echo "$n $(cat "$RUN/$n.pid")" || echo "$n down"; done ;;
  down) web_down; if alive "$RUN/db.pid"; then mariadb-admin --no-defaults --socket="$SOCK" -uroot shutdown >/dev/null 2>&1 || true; fi; stop_ "$RUN/db.pid"; say down ;;
  clean) "$0" down; rm -rf "$DB" "$SITE" "$RUN" ;;
  *) sed -n 2,14p "$0"; exit 2 ;;
esac
