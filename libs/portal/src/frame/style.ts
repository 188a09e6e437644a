/**
 * The look "Puna y papel", inlined in every page: on a slow phone one request less is worth more than a cached sheet.
 * Gold is for focus rings only; every text colour has at least 4.5:1 on paper and on white.
 */
export const style = `
:root{--paper:#faf7f0;--ink:#1b1f2a;--cochineal:#8c1d40;--teal:#0f4c5c;--green:#2f5d3a;--adobe:#b4532a;--night:#2b2a5e;--granite:#5b616e;--line:#d8d0bf;--gold:#e0a526;--card:#fff;--display:inherit}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column}
main{flex:1;padding-top:1.25rem}
.wrap{width:100%;max-width:74rem;margin:0 auto;padding:0 1rem}
.narrow{max-width:44rem}
h1,h2,h3{font-family:var(--display);font-weight:500;line-height:1.2;text-wrap:balance;margin:1.5rem 0 .5rem}
h1{font-size:clamp(1.75rem,5vw,3rem);margin-top:.25rem}
h2{font-size:1.5rem}h3{font-size:1.15rem}
p{margin:.5rem 0}
a{color:var(--cochineal);text-underline-offset:.15em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--gold);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem 1rem;z-index:9}
.top{display:flex;justify-content:space-between;gap:1rem;padding-top:.75rem;padding-bottom:.75rem;font-size:.9rem}
.top a{padding:.2rem 0;display:inline-block;min-height:24px}
.brand{font-weight:700;letter-spacing:.02em;text-decoration:none;color:var(--ink)}
.weave{height:12px;background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='20' height='12'%3E%3Cpath fill='%238c1d40' d='M0 0h20v2L10 12 0 2z'/%3E%3C/svg%3E") repeat-x}
.over{color:var(--cochineal);font-weight:700;font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;margin:1rem 0 0}
.soft{color:var(--granite)}
.demo{background:#f3ead6;border-bottom:1px solid var(--line);font-size:.85rem;padding:.35rem 0}
.card{background:var(--card);border:1px solid var(--line);padding:1rem;margin:.75rem 0}
.foot{border-top:1px solid var(--line);margin-top:3rem;padding:1rem 0;font-size:.85rem;color:var(--granite)}
form{margin:0}
fieldset{border:1px solid var(--line);background:var(--card);padding:.75rem 1rem 1rem;margin:1rem 0;min-width:0}
legend{font-weight:600;padding:0 .35rem}
label{display:block;font-weight:600;margin:.75rem 0 .2rem}
.hint{font-weight:400;color:var(--granite);font-size:.9rem;display:block}
input,select,textarea{font:inherit;width:100%;max-width:30rem;padding:.55rem .6rem;border:1px solid #7d7768;border-radius:3px;background:#fff;color:inherit;min-height:44px}
input[type=checkbox],input[type=radio]{width:24px;height:24px;min-height:0;vertical-align:middle;margin:0 .5rem 0 0;accent-color:var(--cochineal)}
textarea{min-height:6rem}
[aria-invalid=true]{border:2px solid var(--cochineal)}
.error{color:var(--cochineal);font-weight:600;display:block;margin:.2rem 0}
.summary{border:3px solid var(--cochineal);background:var(--card);padding:.75rem 1rem;margin:1rem 0}
.summary h2{margin:0;font-size:1.15rem}.summary ul{margin:.5rem 0 0;padding-left:1.2rem}
.done{border-left:6px solid var(--green);background:var(--card);padding:.75rem 1rem;margin:1rem 0}
button,.button{font:inherit;font-weight:600;display:inline-block;background:var(--cochineal);color:#fff;border:1px solid var(--cochineal);border-radius:3px;padding:.55rem 1.1rem;min-height:44px;cursor:pointer;text-decoration:none;margin:.75rem .5rem 0 0}
button:hover,.button:hover{background:#6f1632}
.quiet{background:transparent;color:var(--cochineal)}.quiet:hover{background:#f3ead6}
button[disabled]{opacity:.65;cursor:progress}
.hidden{position:absolute;left:-999px;width:1px;height:1px;overflow:hidden}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top}
@media(min-width:48em){.wrap{padding:0 2rem}}
@media print{html{background:#fff;font-size:10pt}.top,.foot,.skip,.noprint,button{display:none!important}.card{break-inside:avoid}a{color:inherit;text-decoration:none}.wrap{max-width:none;padding:0}}
`.replace(/\n/g, '');

/** With the major version of the font's package: browsers keep it for good. */
export const fontName = 'andada-pro-5.woff2';

/** Headings in Andada Pro, for pages that are read rather than filled in: forms stay at 0 KB of fonts. */
export const displayFont = `@font-face{font-family:Andada;src:url(/assets/${fontName}) format('woff2');font-weight:400 840;font-display:swap}:root{--display:Andada,Georgia,serif}`;
