<?php
/* The archive's content. Writes a ground truth of what an author put in: $WP_BASE/truth.json
   (per post: ordered blocks with kind = heading | entry | intro | more | caption | note, and for entries the rendered text,
   title, hrefs as written and resolved, and the markup variant). Deterministic: mt_srand(1917). */
require __DIR__ . '/boot.php';
if (get_option('seeded')) { fwrite(STDERR, "already seeded\n"); exit(0); }
mt_srand(1917);
remove_action('post_updated', 'wp_save_post_revision'); // revisions are made on purpose, in ops.php
wp_set_current_user(1);
$HOME_ = home_url();
$HOST = substr($HOME_, strpos($HOME_, '://') + 3);
$truth = [];

/* ---------- users, terms, pages ---------- */
wp_delete_post(1, true); wp_delete_post(2, true); wp_delete_post(3, true);
wp_update_user(['ID' => 1, 'display_name' => 'Michael', 'nickname' => 'Michael']);
$second = wp_insert_user(['user_login' => 'guest', 'user_pass' => 'guest', 'user_email' => 'guest@archive.test', 'display_name' => 'Guest Editor', 'role' => 'author']);
$CAT = [];
foreach ([['ussr', 'USSR', ''], ['ussr-history', 'History', 'ussr'], ['china', 'China', ''], ['albania', 'Albania', ''], ['vietnam', 'Vietnam', ''],
          ['korea', 'Korea (DPRK)', ''], ['spain', 'Spain', ''], ['revolutionary-year', 'The ‘Revolutionary Year’', '']] as [$slug, $name, $parent]) {
    $t = wp_insert_term($name, 'category', ['slug' => $slug, 'parent' => $parent ? $CAT[$parent] : 0, 'description' => $slug === 'ussr' ? 'Books and pamphlets from and about the Soviet Union.' : '']);
    $CAT[$slug] = $t['term_id'];
}
foreach (['14-nations' => '14 nations', 'red-army' => 'Red Army', 'october-revolution' => 'October Revolution', 'lenin' => 'V.I. Lenin', 'stalin' => 'J.V. Stalin',
          'women' => 'Women', 'agriculture' => 'Agriculture', 'great-patriotic-war' => 'Great Patriotic War', 'comintern' => 'Comintern', 'book-list' => 'Book list'] as $slug => $name)
    wp_insert_term($name, 'post_tag', ['slug' => $slug]);

function page($title, $content, $parent = 0, $slug = '') {
    return wp_insert_post(['post_type' => 'page', 'post_status' => 'publish', 'post_title' => $title, 'post_content' => $content, 'post_parent' => $parent,
        'post_name' => $slug, 'post_author' => 1, 'post_date' => '2021-01-02 09:00:00', 'comment_status' => 'closed']);
}
$hub = page('The Revolutionary Year', "A guide to the documents in this archive.", 0, 'the-revolutionary-year');
$ussr = page('USSR', 'PLACEHOLDER', $hub, 'ussr');
$about = page('About', "Who we are, what we scan, and why. Corrections to <a href=\"mailto:archivist@archive.test\">archivist@archive.test</a>.", 0, 'about');
$MORE = get_permalink($ussr);   // absolute

/* ---------- files ---------- */
function pdf_bytes($title) {
    $t = preg_replace('/[^\x20-\x7e]/', '?', $title); $t = strtr($t, ['(' => '\\(', ')' => '\\)', '\\' => '']);
    $s = "BT /F1 18 Tf 72 720 Td ($t) Tj ET\n" . str_repeat("% " . md5($t) . "\n", mt_rand(40, 600));
    $o = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
          "<</Length " . strlen($s) . ">>stream\n$s\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"];
    $out = "%PDF-1.4\n"; $off = [];
    foreach ($o as $i => $b) { $off[] = strlen($out); $out .= ($i + 1) . " 0 obj\n$b\nendobj\n"; }
    $x = strlen($out); $out .= "xref\n0 6\n0000000000 65535 f \n";
    foreach ($off as $f) $out .= sprintf("%010d 00000 n \n", $f);
    return $out . "trailer<</Size 6/Root 1 0 R>>\nstartxref\n$x\n%%EOF\n";
}
function attach($name, $bytes, $mime, $title, $date, $parent = 0, $caption = '', $alt = '') {
    $up = wp_upload_bits($name, null, $bytes, substr($date, 0, 4) . '/' . substr($date, 5, 2));
    if ($up['error']) { fwrite(STDERR, "upload $name: {$up['error']}\n"); exit(1); }
    $id = wp_insert_attachment(['post_title' => $title, 'post_mime_type' => $mime, 'post_excerpt' => $caption, 'post_status' => 'inherit', 'post_date' => $date, 'post_author' => 1, 'guid' => $up['url']], $up['file'], $parent);
    wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $up['file']));
    if ($alt) update_post_meta($id, '_wp_attachment_image_alt', $alt);
    return [$id, $up['url']];
}
function pdf($title, $date, $parent = 0) {
    $slug = substr(sanitize_title(remove_accents($title)), 0, 60);
    $slug = rtrim($slug, '-') ?: 'document-' . mt_rand(100, 999);
    return attach("$slug.pdf", pdf_bytes($title), 'application/pdf', $title, $date, $parent);
}
function picture($name, $text, $date) {
    $im = imagecreatetruecolor(1100, 700); imagefill($im, 0, 0, imagecolorallocate($im, 150, mt_rand(10, 40), 30));
    for ($i = 0; $i < 40; $i++) imagefilledrectangle($im, mt_rand(0, 1100), mt_rand(0, 700), mt_rand(0, 1100), mt_rand(0, 700), imagecolorallocate($im, mt_rand(60, 200), mt_rand(10, 90), mt_rand(10, 60)));
    imagestring($im, 5, 40, 40, $text, imagecolorallocate($im, 255, 255, 255));
    ob_start(); imagejpeg($im, null, 70); $b = ob_get_clean();
    return attach($name, $b, 'image/jpeg', $text, $date, 0, $text, $text);
}

/* ---------- text as it renders, and as an author types it ---------- */
function norm($s) { return trim(preg_replace('/\s+/u', ' ', str_replace("\u{a0}", ' ', $s))); }
function typed($s) {   // rendered -> what was typed: WordPress's wptexturize makes the curly quotes and dashes again
    return str_replace(['‘', '’', '“', '”', ' – ', '…', '&'], ["'", "'", '"', '"', ' - ', '...', '&amp;'], $s);
}
function esc($s) { return str_replace('&', '&amp;', $s); }
const TITLES = ['/^Class Struggles in the USSR, (First|Second|Third) Period, \d{4}-\d{4}/u', '/^Russia, Finland and the Baltic/u', '/^Soviet foreign policy, Volume \d, \d{4}-\d{4}/u',
    '/^History of Anglo-Soviet Relations, \d{4}-\d{4}, Volume \d/u', '/^The Tehran, Yalta and Potsdam Conferences/u', '/^The Western Interventions in the Soviet Union, 1918-1920/u'];
function split_title($line) {
    foreach (TITLES as $re) if (preg_match($re, $line, $m)) return [$m[0], substr($line, strlen($m[0]))];
    $i = strpos($line, ','); if ($i === false) return [$line, ''];
    return [substr($line, 0, $i), substr($line, $i)];
}

/* ---------- one entry in one of the forms authors leave behind ---------- */
function entry($line, $variant, $date, $parent, &$t) {
    global $HOME_, $HOST;
    [$title, $rest] = split_title($line);
    $T = typed($title); $R = typed($rest);
    $hrefs = [];
    if (!in_array($variant, ['plain', 'bare', 'ext', 'att'])) { [$aid, $url] = pdf($title, $date, $parent); $hrefs = [$url]; }
    switch ($variant) {
        case 'a-em': $h = "<a href=\"$url\"><em>$T</em></a>$R"; break;
        case 'em-a': $h = "<em><a href=\"$url\">$T</a></em>$R"; break;
        case 'a-line': $h = "<a href=\"$url\"><em>$T</em>$R</a>"; break;
        case 'a-strong': $h = "<a href=\"$url\"><strong>$T</strong></a>$R"; break;
        case 'a-only': $h = "<a href=\"$url\">$T</a>$R"; break;
        case 'plain': $h = "<em>$T</em>$R"; break;
        case 'bare': $h = "$T$R"; break;
        case 'nbsp': $h = "&nbsp;<a href=\"$url\"><em>$T</em></a>" . str_replace(', ', ',&nbsp;', $R) . '&nbsp;'; break;
        case 'smart': $h = "<a href=\"$url\"><em>" . esc($title) . "</em></a>" . esc($rest); break;       // curly quotes and dashes typed as such
        case 'split-a': $w = max(4, intdiv(strlen($T), 2)); while ($w < strlen($T) && (ord($T[$w]) & 0xC0) === 0x80) $w++;
            if (strpos(substr($T, max(0, $w - 6), 12), '&') !== false) $w = 3;
            $h = "<a href=\"$url\"><em>" . substr($T, 0, $w) . "</em></a><a href=\"$url\"><em>" . substr($T, $w) . "</em></a>$R"; break;
        case 'rel': $hrefs = [substr($url, strlen($HOME_))]; $h = "<a href=\"{$hrefs[0]}\"><em>$T</em></a>$R"; break;
        case 'https': $hrefs = [preg_replace('#^http://#', 'https://', $url)]; $h = "<a href=\"{$hrefs[0]}\"><em>$T</em></a>$R"; break;
        case 'proto': $hrefs = ["//$HOST" . substr($url, strlen($HOME_))]; $h = "<a href=\"{$hrefs[0]}\"><em>$T</em></a>$R"; break;
        case 'blank': $h = "<a href=\"$url\" target=\"_blank\" rel=\"noopener\"><em>$T</em></a>$R"; break;
        case 'comma-in': $h = "<a href=\"$url\"><em>$T,</em></a>" . substr($R, 1); break;
        case 'span': $h = "<span style=\"font-size: 12pt; font-family: Georgia;\"><a href=\"$url\"><em>$T</em></a><span style=\"color: #000000;\">$R</span></span>"; break;
        case 'space-in': $h = "<a href=\"$url\"><em>$T</em> </a>$R"; break;                             // stray space before the comma: it renders
        case 'wrapped': $h = "<a href=\"$url\"><em>$T</em></a>" . preg_replace('/, /', ",\n", $R, 1); break;  // a line break inside one entry
        case 'ext': $hrefs = ['https://www.marxists.test/archive/' . sanitize_title($title) . '/index.htm']; $h = "<a href=\"{$hrefs[0]}\"><em>$T</em></a>$R"; break;
        case 'att': [$aid, $url] = pdf($title, $date, $parent); $hrefs = [get_attachment_link($aid)]; $h = "<a href=\"{$hrefs[0]}\" rel=\"attachment wp-att-$aid\"><em>$T</em></a>$R"; break;
        case 'two-parts': [$a2, $u2] = pdf("$title Part 2", $date, $parent); $hrefs[] = $u2;
            $h = "<em>$T</em>$R <a href=\"$url\">Part 1</a>. <a href=\"$u2\">Part 2</a>."; $line .= ' Part 1. Part 2.'; break;
        default: fwrite(STDERR, "variant $variant?\n"); exit(1);
    }
    if ($variant === 'space-in') $line = $title . ' ' . $rest;
    $t[] = ['kind' => 'entry', 'text' => norm($line), 'title' => norm($title), 'hrefs' => $hrefs,
            'resolved' => array_map(fn($x) => WP_Http::make_absolute_url($x, $GLOBALS['HOME_'] . '/'), $hrefs), 'variant' => $variant];
    return $h;
}
function head_($text, $form, &$t) {
    $t[] = ['kind' => 'heading', 'text' => norm($text), 'variant' => $form]; $x = typed($text);
    return $form === 'p-strong' ? "<strong>$x</strong>" : ($form === 'p-strong-u' ? "<span style=\"text-decoration: underline;\"><strong>$x</strong></span>" : "<$form>$x</$form>");
}
function more($text, $url, &$t) { $t[] = ['kind' => 'more', 'text' => norm($text), 'hrefs' => [$url]]; return "<a href=\"$url\">" . typed($text) . '</a>'; }
function intro($text, &$t) { $t[] = ['kind' => 'intro', 'text' => norm($text)]; return typed($text); }
function caption($img, $text, &$t) {
    [$id, $url] = $img; $m = wp_get_attachment_image_src($id, 'large'); $t[] = ['kind' => 'caption', 'text' => norm($text)];
    return "[caption id=\"attachment_$id\" align=\"aligncenter\" width=\"{$m[1]}\"]<a href=\"$url\"><img class=\"size-large wp-image-$id\" src=\"{$m[0]}\" alt=\"$text\" width=\"{$m[1]}\" height=\"{$m[2]}\" /></a> $text" . '[/caption]';
}
function post($title, $content, $date, $cats, $tags, $t, $extra = []) {
    global $truth, $CAT;
    $id = wp_insert_post($extra + ['post_title' => $title, 'post_content' => wp_slash($content), 'post_status' => 'publish', 'post_date' => $date, 'post_author' => 1,
        'post_category' => array_map(fn($c) => $CAT[$c], $cats), 'tags_input' => $tags, 'comment_status' => 'open'], true);
    if (is_wp_error($id)) { fwrite(STDERR, "$title: " . $id->get_error_message() . "\n"); exit(1); }
    $GLOBALS['wpdb']->update($GLOBALS['wpdb']->posts, ['guid' => "{$GLOBALS['HOME_']}/?p=$id"], ['ID' => $id]); clean_post_cache($id);   // as the editor leaves it: a draft comes first
    $p = get_post($id);
    $truth[] = ['id' => $id, 'slug' => $p->post_name, 'title' => $title, 'status' => $p->post_status, 'date' => $date, 'permalink' => get_permalink($id), 'categories' => $cats, 'tags' => $tags, 'blocks' => $t];
    return $id;
}

/* ---------- 1. the seed file's three pages ---------- */
$lines = array_values(array_filter(array_map('trim', explode("\n", file_get_contents(getenv('WP_SEED')))), 'strlen'));
$titles = ['Foreign intervention in the Soviet Union', 'History of the USSR', 'Celebrate the 104th Anniversary of the Great October Socialist Revolution'];
$parts = []; $k = -1;
foreach ($lines as $l) {
    if ($k + 1 < count($titles) && $l === $titles[$k + 1]) { $k++; $parts[$k] = []; continue; }
    $parts[$k][] = $l;
}
$l = end($parts[2]);
$img1 = picture('red-army-1918.jpg', 'The newly formed Red Army, 1918', '2021-10-31 10:00:00');
$img2 = picture('defence-of-petrograd.jpg', 'The defence of Petrograd', '2021-10-31 10:05:00');
$dates = ['2021-11-01 10:30:00', '2021-11-03 18:45:00', '2021-11-07 06:00:00'];
$cycle = ['a-em', 'a-em', 'a-em', 'a-line', 'a-em', 'plain', 'a-strong', 'a-em', 'nbsp', 'smart', 'split-a', 'a-em', 'rel', 'em-a', 'https', 'a-em', 'proto', 'bare', 'blank', 'comma-in', 'a-only', 'span', 'wrapped', 'ext', 'att', 'space-in', 'two-parts'];
function is_entry($l) { return (bool) preg_match('/\b\d+ pages?\b/u', $l); }
$revyear = get_term_link($CAT['revolutionary-year'], 'category');
foreach ($parts as $k => $ls) {
    $t = []; $out = []; $seen_entry = false; $n = 0; $cap = [0 => 'The newly formed Red Army, 1918', 1 => 'The defence of Petrograd', 2 => null][$k]; $capdone = false;
    foreach ($ls as $l) {
        if ($cap !== null && $l === $cap) { if (!$capdone) { $out[] = caption($k ? $img2 : $img1, $cap, $t); $capdone = true; } continue; }
        if (strpos($l, 'More on the') === 0) { $out[] = more($l, $l === 'More on the USSR' ? $MORE : $revyear, $t); continue; }
        if ($l === $titles[$k]) { $out[] = head_($l, ['h2', 'h2', 'p-strong'][$k], $t); continue; }
        if ($k < 2 && is_entry($l)) { $v = $k === 0 ? ($n === 5 ? 'a-line' : ($n === 8 ? 'bare' : 'a-em')) : $cycle[$n % count($cycle)]; $out[] = entry($l, $v, $dates[$k], 0, $t); $seen_entry = true; $n++; continue; }
        if ($seen_entry) { $out[] = head_($l, 'h3', $t); continue; }
        $out[] = intro($l, $t);
    }
    $id = post($titles[$k], implode("\n\n", $out), $dates[$k], $k === 2 ? ['ussr', 'revolutionary-year'] : ['ussr', 'ussr-history'], $k === 0 ? ['14-nations', 'red-army', 'book-list'] : ($k === 1 ? ['october-revolution', 'book-list'] : ['october-revolution', 'lenin']), $t);
    if ($k === 2) { set_post_thumbnail($id, $img2[0]); $anniv = $id; }
    if ($k === 0) $first = $id;
}

/* ---------- 2. synthetic lists ---------- */
$AU = ['Anna Louise Strong', 'Pat Sloan', 'D. N. Pritt', 'W. P. Coates & Zelda K. Coates', 'Maurice Dobb', 'R. Page Arnot', 'Sidney & Beatrice Webb', 'Emile Burns', 'J. V. Stalin', 'V. I. Lenin', 'M. I. Kalinin', 'Enver Hoxha', 'Hồ Chí Minh', 'Dolores Ibárruri', 'Ivor Montagu', 'Alexandra Kollontai', 'E. Yaroslavsky', 'G. Dimitrov', 'Otto Kuusinen', 'Palme Dutt', 'Nadezhda Krupskaya', 'A. Y. Vyshinsky', 'Hewlett Johnson, Dean of Canterbury', 'Władysław Gomułka', 'Karl Kautsky', 'Georg Lukács', 'K. Voroshilov', 'A. Zhdanov', 'T. D. Lysenko', 'Mao Tse-tung'];
$PU = ['Modern Books', 'Lawrence and Wishart', 'FLPH', 'Progress', 'Novosti', 'International Publishers', 'Martin Lawrence', 'Foreign Languages Press', 'Victor Gollancz', 'Left Book Club', 'Russia Today', 'CPGB', 'Workers’ Library Publishers', '8 Nëntori', 'Éditions Sociales', 'Red Star Press', 'Co-operative Publishing Society of Foreign Workers in the USSR', 'Penguin', 'The Labour Monthly', 'Anglo-Soviet Committee'];
$PL = ['London', 'Moscow', 'New York', 'Leningrad', 'Peking', 'Tirana', 'Hanoi', 'Pyongyang', 'Paris', 'Glasgow', 'Calcutta', 'Madrid'];
$TA = ['The truth about %s', 'Reminiscences of %s', '%s: facts and figures', 'A Short History of %s', 'In defence of %s', 'Notes on %s', '%s, 1917-%d', 'Letters from %s', 'Speeches on %s', '%s – Questions and Answers', 'The ‘Question’ of %s', 'What is %s?', 'Towards %s', '“%s” and other essays', 'Workers’ Guide to %s', 'On %s'];
$NO = ['', '', '', '', '', '', ', illustrated', ', with maps', ', speech delivered at the Plenum of the Central Committee', ', a report to the Third Congress', ', edited by Professor A. V. Shestakov'];
$AFTER = ['', '', '', '', '', '', '', '', ' Some pages are missing.', ' (There’s a printing error on pages 45-61. They are all there – but not in the correct order.)', ' In French.', ' Reprinted from World News & Views.'];
$used = [];
function fake($subj) {
    global $AU, $PU, $PL, $TA, $NO, $AFTER, $used;
    $pick = fn($a) => $a[mt_rand(0, count($a) - 1)];
    for ($i = 0; $i < 50; $i++) { $ti = sprintf($pick($TA), $subj, mt_rand(1921, 1985)); if (mt_rand(0, 3) === 0) $ti .= ', Volume ' . mt_rand(1, 4); if (empty($used[$ti])) break; }
    $used[$ti] = 1; $y = (string) mt_rand(1917, 1989); $r = mt_rand(0, 19);
    $year = $r === 0 ? 'n.d.' : ($r === 1 ? "$y?" : ($r === 2 ? "nd., early 1940’s?" : ($r === 3 ? "first published $y, reprinted " . min(2019, $y + 30) : $y)));
    $np = mt_rand(4, 720); $p = mt_rand(0, 25) === 0 ? '1 page' : "$np pages";
    $form = mt_rand(0, 6);
    $s = $form === 0 ? "$ti{$pick($NO)}, {$pick($PU)}, {$pick($PL)}, $year, $p." : ($form === 1 ? "$ti, {$pick($AU)}, n.p., $year, $p." : "$ti{$pick($NO)}, {$pick($AU)}, {$pick($PU)}, {$pick($PL)}, $year, $p.");
    return $s . $pick($AFTER);
}
$SUBJ = ['collective farming', 'the Soviet trade unions', 'women’s emancipation', 'the Five Year Plan', 'the Red Army', 'socialist law', 'the Komsomol', 'Soviet science', 'the Moscow Metro', 'peace', 'the nationalities', 'People’s War', 'the Commune', 'land reform', 'the International Brigades', 'self-criticism', 'the Cultural Revolution', 'steel', 'public health', 'polytechnical education', 'the Soviet cinema', 'Dnieprostroi', 'the Stakhanov movement', 'the Comintern', 'Party unity', 'the second front', 'Lend & Lease', 'the General Strike', 'the Transcaucasian republics', 'the cooperative movement'];
$LIST = [['Lenin – pamphlets and speeches', ['ussr'], ['lenin', '14-nations']], ['Stalin – works and about', ['ussr'], ['stalin', '14-nations']], ['The Great Patriotic War', ['ussr', 'ussr-history'], ['great-patriotic-war', 'red-army']],
    ['The Red Army', ['ussr'], ['red-army', '14-nations']], ['Women in the Soviet Union', ['ussr'], ['women']], ['Collectivisation of agriculture', ['ussr'], ['agriculture']], ['The Five Year Plans', ['ussr'], ['stalin']],
    ['Soviet law and the state', ['ussr'], []], ['Soviet education', ['ussr'], ['women']], ['The Soviet health service', ['ussr'], []], ['The Moscow Trials', ['ussr', 'ussr-history'], ['14-nations']],
    ['Soviet cinema & theatre', ['ussr'], []], ['Travellers’ accounts of the Soviet Union', ['ussr'], ['14-nations']], ['The Comintern', ['ussr'], ['comintern', '14-nations']], ['The Soviet republics', ['ussr'], ['14-nations']],
    ['Soviet science', ['ussr'], []], ['The nationalities question', ['ussr'], ['stalin', '14-nations']], ['The Revisionist period, 1956-1991', ['ussr', 'ussr-history'], []], ['Soviet children’s books', ['ussr'], []],
    ['The ‘Hands off Russia’ movement', ['ussr', 'ussr-history'], ['14-nations', 'red-army']], ['War of Intervention – British accounts', ['ussr', 'ussr-history'], ['14-nations', 'red-army']], ['War of Intervention – American accounts', ['ussr', 'ussr-history'], ['14-nations']],
    ['Kolchak, Denikin and Wrangel', ['ussr', 'ussr-history'], ['14-nations']], ['The Czech Legion', ['ussr', 'ussr-history'], ['14-nations']], ['Enver Hoxha – works', ['albania'], []], ['Albania Today', ['albania'], ['women']],
    ['Foreign Languages Press – pamphlets', ['china'], ['book-list']], ['Peking Review', ['china'], []], ['Hồ Chí Minh – selected works', ['vietnam'], []], ['The Korean War', ['korea'], []], ['Spain 1936-39', ['spain'], ['comintern']], ['The Paris Commune', ['revolutionary-year'], []], ['1848', ['revolutionary-year'], []]];
$all = ['a-em', 'a-em', 'a-em', 'a-em', 'a-em', 'a-em', 'a-line', 'plain', 'bare', 'a-strong', 'em-a', 'nbsp', 'smart', 'split-a', 'rel', 'https', 'proto', 'blank', 'comma-in', 'a-only', 'span', 'wrapped', 'ext', 'att'];
foreach ($LIST as $i => [$title, $cats, $tags]) {
    $date = gmdate('Y-m-d H:i:s', gmmktime(9 + $i % 9, 7 * $i % 60, 0, 12, 5 + 17 * $i, 2021));
    $t = []; $out = [];
    $out[] = more('More on the ' . ($cats[0] === 'ussr' ? 'USSR' : ucfirst($cats[0])), $cats[0] === 'ussr' ? ($i % 3 ? $MORE : substr($MORE, strlen($HOME_))) : get_term_link($CAT[$cats[0]], 'category'), $t);
    $out[] = head_($title, ['h2', 'p-strong', 'h3', 'p-strong-u'][$i % 4], $t);
    $out[] = intro('What follows was scanned from one shelf, beginning with the year ' . (1917 + $i) . '.', $t);
    $n = 5 + $i % 8; $style = ['p', 'br', 'ul', 'p', 'ol', 'p-empty', 'html', 'p'][$i % 8]; $run = [];
    for ($j = 0; $j < $n; $j++) {
        if ($j === 4 && $i % 3 === 0) { if ($run) { $out[] = list_($run, $style); $run = []; } $out[] = head_('Further reading on ' . $SUBJ[($i * 3) % 30], ['h3', 'h4', 'p-strong'][$i % 3], $t); }
        $v = $all[mt_rand(0, count($all) - 1)]; if ($style === 'br' && $v === 'wrapped') $v = 'a-em';
        $e = entry(fake($SUBJ[($i * 3 + $j) % 30]), $v, $date, 0, $t);
        if (in_array($style, ['br', 'ul', 'ol'])) { $run[] = $e; $t[count($t) - 1]['container'] = $style; }
        else { $out[] = $style === 'html' ? "<p style=\"text-align: justify;\">$e</p>" : $e; $t[count($t) - 1]['container'] = 'p'; if ($style === 'p-empty' && $j % 2) $out[] = '&nbsp;'; }
    }
    if ($run) $out[] = list_($run, $style);
    if ($i % 4 === 0) $out[] = more('More on the USSR', $MORE, $t);
    post($title, implode("\n\n", $out), $date, $cats, $tags, $t, $i % 11 === 5 ? ['post_author' => $second] : []);
}
function list_($run, $style) { return $style === 'br' ? implode("\n", $run) : "<$style>\n\t<li>" . implode("</li>\n\t<li>", $run) . "</li>\n</$style>"; }

/* ---------- 3. special posts ---------- */
$d = fn($n) => gmdate('Y-m-d H:i:s', gmmktime(12, 0, 0, 9, $n, 2023));
// block editor version of the first post
$t = []; $b = [];
$P = fn($h) => "<!-- wp:paragraph -->\n<p>$h</p>\n<!-- /wp:paragraph -->";
$m = wp_get_attachment_image_src($img1[0], 'large');
$b[] = $P(more('More on the USSR', $MORE, $t));
$b[] = "<!-- wp:image {\"id\":{$img1[0]},\"sizeSlug\":\"large\",\"linkDestination\":\"none\"} -->\n<figure class=\"wp-block-image size-large\"><img src=\"{$m[0]}\" alt=\"The newly formed Red Army, 1918\" class=\"wp-image-{$img1[0]}\"/><figcaption class=\"wp-element-caption\">The newly formed Red Army, 1918</figcaption></figure>\n<!-- /wp:image -->"; $t[] = ['kind' => 'caption', 'text' => 'The newly formed Red Army, 1918'];
$b[] = "<!-- wp:heading -->\n<h2>Foreign intervention in the Soviet Union</h2>\n<!-- /wp:heading -->"; $t[] = ['kind' => 'heading', 'text' => 'Foreign intervention in the Soviet Union', 'variant' => 'h2'];
$ents = array_values(array_filter($parts[0], 'is_entry'));
foreach (array_slice($ents, 0, 6) as $e) { $b[] = $P(entry($e, 'a-em', $d(4), 0, $t)); $t[count($t) - 1]['container'] = 'wp:paragraph'; }
$items = []; foreach (array_slice($ents, 6, 4) as $e) { $items[] = "<!-- wp:list-item -->\n<li>" . entry($e, 'a-em', $d(4), 0, $t) . "</li>\n<!-- /wp:list-item -->"; $t[count($t) - 1]['container'] = 'wp:list'; }
$b[] = "<!-- wp:heading {\"level\":3} -->\n<h3>" . typed('Later lists') . "</h3>\n<!-- /wp:heading -->"; array_splice($t, -4, 0, [['kind' => 'heading', 'text' => 'Later lists', 'variant' => 'h3']]);
$b[] = "<!-- wp:list -->\n<ul>" . implode("\n\n", $items) . "</ul>\n<!-- /wp:list -->";
$rows = ''; foreach (array_slice($ents, 10, 2) as $e) { [$ti, $rest] = split_title($e); [$aid, $u] = pdf($ti, $d(4)); $rows .= "<tr><td><a href=\"$u\"><em>" . typed($ti) . "</em></a></td><td>" . typed(ltrim($rest, ', ')) . "</td></tr>"; $t[] = ['kind' => 'entry', 'text' => norm($e), 'title' => $ti, 'hrefs' => [$u], 'resolved' => [$u], 'variant' => 'table', 'container' => 'wp:table']; }
$b[] = "<!-- wp:table -->\n<figure class=\"wp-block-table\"><table><tbody>$rows</tbody></table></figure>\n<!-- /wp:table -->";
foreach (array_slice($ents, 12, 1) as $e) { [$ti, $rest] = split_title($e); [$aid, $u] = pdf($ti, $d(4));
    $b[] = "<!-- wp:file {\"id\":$aid,\"href\":\"$u\",\"displayPreview\":true} -->\n<div class=\"wp-block-file\"><object class=\"wp-block-file__embed\" data=\"$u\" type=\"application/pdf\" style=\"width:100%;height:600px\" aria-label=\"Embed of " . esc_attr($ti) . ".\"></object><a id=\"wp-block-file--media-f0e1\" href=\"$u\">" . typed($e) . "</a><a href=\"$u\" class=\"wp-block-file__button wp-element-button\" download aria-describedby=\"wp-block-file--media-f0e1\">Download</a></div>\n<!-- /wp:file -->";
    $t[] = ['kind' => 'entry', 'text' => norm($e), 'title' => $ti, 'hrefs' => [$u], 'resolved' => [$u], 'variant' => 'file', 'container' => 'wp:file']; }
$b[] = "<!-- wp:separator -->\n<hr class=\"wp-block-separator has-alpha-channel-opacity\"/>\n<!-- /wp:separator -->";
$b[] = $P(more('More on the USSR', $MORE, $t));
post('Foreign intervention in the Soviet Union (revised list)', implode("\n\n", $b), $d(4), ['ussr', 'ussr-history'], ['14-nations', 'red-army'], $t);

// pasted from Word, and broken markup
$t = []; $o = [];
$o[] = '<p class="MsoNormal" style="margin-bottom: 0cm;"><span lang="EN-GB" style="font-size: 11.0pt; mso-bidi-font-family: Calibri;">' . entry('The Baku Commissars, leaflet, Baku, 1919, 2 pages.', 'a-em', $d(6), 0, $t) . '<o:p></o:p></span></p>';
$o[] = '<p><span style="font-size: medium;">' . entry('Intervention in Siberia, M. Gusev, FLPH, Moscow, 1956, 88 pages.', 'a-em', $d(6), 0, $t) . '</p>';                 // unclosed span
$o[] = '<P ALIGN="center">' . entry('The Archangel Campaign, HMSO, London, 1920, 44 pages.', 'a-em', $d(6), 0, $t) . '</P>';
$o[] = '<div>' . entry('Denikin’s Russia, H. Barbusse, n.p., Paris, 1921, 61 pages.', 'a-em', $d(6), 0, $t) . '</div>';
$o[] = '<em>' . entry('The Murmansk Soviet, K. Radek, Petrograd, 1919, 12 pages.', 'bare', $d(6), 0, $t);                                                                        // unclosed em
$o[] = '<!-- not for readers: check the date --><font color="red">' . entry('Wrangel’s Last Stand, Modern Books, London, n.d., 19 pages.', 'a-em', $d(6), 0, $t) . '</font>';
$o[] = '<blockquote>' . entry('Odessa 1919, the mutiny of the French fleet, Andre Marty, Paris, 1927, 203 pages.', 'a-em', $d(6), 0, $t) . '</blockquote>';
post('Intervention – odds & ends', implode("\n\n", $o), $d(6), ['ussr'], ['14-nations'], $t);

// typography that WordPress rewrites: 8) is a smiley, -- and ... and 2 x 3 and (c) and "quotes", Wordpress
$t = []; $o = [];
foreach ([['Pamphlets (see vol. 8) on peace, n.p., n.d., 8 pages.', 'bare'], ["Plans -- and deeds..., V. Kuybyshev, Moscow, 1932, 9x12 inches, 40 pages.", 'bare'], ["The \"Russia\" of '17, T. O'Flaherty, London, 1937, 6' x 9', 14 pages.", 'bare'],
          ['Rock \'n\' Roll & the Cold War, Wordpress Publishers, London, 1958, 3 pages :)', 'bare'], ['1/2 a century of Soviet power -- 1917--1967, Novosti, Moscow, 1967, 64 pages.', 'bare'], ["'Hands off China!', 'Hands off Russia!', 'Daily Worker' pamphlets, London, 1927, 16 pages.", 'bare']] as [$l, $v]) {
    $o[] = str_replace('&', '&amp;', $l); $t[] = ['kind' => 'entry', 'raw' => $l, 'text' => null, 'title' => null, 'hrefs' => [], 'variant' => 'texturize'];
}
post('Typography', implode("\n\n", $o), $d(7), ['revolutionary-year'], [], $t);

// <!--more-->, <!--nextpage-->, gallery, embed
$t = []; $o = [intro('A list in two halves.', $t), '<!--more-->'];
for ($j = 0; $j < 4; $j++) $o[] = entry(fake($SUBJ[$j]), 'a-em', $d(8), 0, $t);
post('A list with a more tag', implode("\n\n", $o), $d(8), ['china'], ['book-list'], $t);
$t = []; $o = [];
for ($j = 0; $j < 4; $j++) $o[] = entry(fake($SUBJ[$j + 4]), 'a-em', $d(9), 0, $t);
$o[] = '<!--nextpage-->';
for ($j = 0; $j < 4; $j++) $o[] = entry(fake($SUBJ[$j + 9]), 'a-em', $d(9), 0, $t);
$o[] = '<!--nextpage-->';
for ($j = 0; $j < 3; $j++) $o[] = entry(fake($SUBJ[$j + 14]), 'a-em', $d(9), 0, $t);
post('A long list on three pages', implode("\n\n", $o), $d(9), ['china'], ['book-list'], $t);
$t = []; $o = [intro('Posters.', $t), "[gallery ids=\"{$img1[0]},{$img2[0]}\" columns=\"2\"]", 'Free text with a bare URL https://www.archive.test/x.pdf and an address archivist@archive.test.'];
post('Posters', implode("\n\n", $o), $d(10), ['revolutionary-year'], [], $t);
// same title twice, no title at all, other states
$t = []; post('1848', entry('The Communist Manifesto, K. Marx & F. Engels, London, 1848, 23 pages.', 'a-em', $d(11), 0, $t), $d(11), ['revolutionary-year'], [], $t);
$t = []; post('', entry('Untitled scans, n.p., n.d., 5 pages.', 'a-em', $d(12), 0, $t), $d(12), ['revolutionary-year'], [], $t);
$t = []; post('Members’ list', entry('Secret list, n.p., n.d., 5 pages.', 'a-em', $d(13), 0, $t), $d(13), ['ussr'], ['14-nations'], $t, ['post_password' => 'october']);
$t = []; post('Private notes', entry('Private list, n.p., n.d., 5 pages.', 'plain', $d(14), 0, $t), $d(14), ['ussr'], ['14-nations'], $t, ['post_status' => 'private']);
$t = []; post('Draft list', entry('Draft list, n.p., n.d., 5 pages.', 'plain', $d(15), 0, $t), $d(15), ['ussr'], ['14-nations'], $t, ['post_status' => 'draft']);
$t = []; post('Announced list', entry('Future list, n.p., n.d., 5 pages.', 'plain', $d(15), 0, $t), '2030-01-01 10:00:00', ['ussr'], ['14-nations'], $t, ['post_status' => 'future']);
// comments
foreach ([[0, 'Reader', 'Thank you for these. Is there a copy of volume 2?'], [1, 'Michael', 'Not yet.'], [0, 'Another', 'The link to <a href="http://example.test/x.pdf">The Secret War</a>, Moscow, 1981, 105 pages. is better here.']] as $i => [$par, $who, $txt])
    $cid = wp_insert_comment(['comment_post_ID' => $first, 'comment_author' => $who, 'comment_author_email' => strtolower($who) . '@archive.test', 'comment_content' => $txt, 'comment_approved' => 1, 'comment_parent' => $par ? $cid : 0, 'comment_date' => sprintf('2022-02-%02d 10:00:00', $i + 1), 'comment_date_gmt' => sprintf('2022-02-%02d 10:00:00', $i + 1)]);
// the hub page links everything of the category, menus for the classic theme
$links = ''; foreach (get_posts(['category' => $CAT['ussr'], 'numberposts' => -1, 'post_status' => 'publish', 'orderby' => 'title', 'order' => 'ASC']) as $p) $links .= '<a href="' . get_permalink($p) . '">' . $p->post_title . "</a>\n\n";
wp_update_post(['ID' => $ussr, 'post_content' => wp_slash("Everything on the Soviet Union:\n\n$links"), 'post_date' => '2021-01-02 09:30:00']);
$menu = wp_create_nav_menu('Main');
foreach ([$hub, $ussr, $about] as $pid) wp_update_nav_menu_item($menu, 0, ['menu-item-object-id' => $pid, 'menu-item-object' => 'page', 'menu-item-type' => 'post_type', 'menu-item-status' => 'publish']);
wp_update_nav_menu_item($menu, 0, ['menu-item-object-id' => $CAT['ussr'], 'menu-item-object' => 'category', 'menu-item-type' => 'taxonomy', 'menu-item-status' => 'publish']);
set_theme_mod('nav_menu_locations', ['primary' => $menu]);
update_option('seeded', 1);
file_put_contents(getenv('WP_BASE') . '/truth.json', json_encode($truth, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));
$e = 0; foreach ($truth as $p) foreach ($p['blocks'] as $x) $e += $x['kind'] === 'entry';
fwrite(STDERR, count($truth) . " posts, $e entries, truth in " . getenv('WP_BASE') . "/truth.json\n");
