/**
 * The look "Puna y papel", inlined in every page: on a slow phone one request less is worth more than a cached sheet.
 * Gold is for focus rings only; every text colour has at least 4.5:1 on paper and on white.
 */
export const style = `
:root{--paper:#faf7f0;--ink:#1b1f2a;--cochineal:#8c1d40;--teal:#0f4c5c;--green:#2f5d3a;--adobe:#b4532a;--night:#2b2a5e;--granite:#5b616e;--line:#d8d0bf;--gold:#e0a526;--card:#fff;--display:inherit;--heavy:600}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:100%/1.5 -apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column}
main{flex:1;padding-top:1.25rem}
.wrap{width:100%;max-width:74rem;margin:0 auto;padding:0 1rem}
.narrow{max-width:44rem}
h1,h2,h3{font-family:var(--display);font-weight:var(--heavy);line-height:1.2;text-wrap:balance;margin:1.5rem 0 .5rem}
h1{font-size:clamp(1.6rem,4vw,2.25rem);margin-top:.25rem}
h2{font-size:1.5rem}h3{font-size:1.15rem}
p{margin:.5rem 0}
a{color:var(--cochineal);text-underline-offset:.15em}
a:hover{text-decoration-thickness:2px}
.alone{display:inline-block;min-height:24px;padding:.2rem 0}
:focus-visible{outline:3px solid var(--gold);outline-offset:2px;box-shadow:0 0 0 2px var(--ink);border-radius:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem 1rem;z-index:9}
.top{display:flex;justify-content:space-between;gap:1rem;padding-top:.75rem;padding-bottom:.75rem;font-size:.9rem}
.top a{padding:.2rem 0;display:inline-block;min-height:24px}
.brand{font-weight:700;letter-spacing:.02em;text-decoration:none;color:var(--ink)}
.brand:before{content:"";display:inline-block;width:14px;height:16px;margin-right:.5rem;vertical-align:-.15em;background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='14' height='16'%3E%3Cpath fill='%238c1d40' d='M0 0h14v1L7 8 0 1z'/%3E%3Cpath fill='%230f4c5c' d='M0 16h14v-1L7 8l-7 7z'/%3E%3C/svg%3E")}
.weave{height:10px;background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='16' height='10'%3E%3Cpath fill='%238c1d40' d='M0 0h16v2l-8 8-8-8z'/%3E%3C/svg%3E") repeat-x}
.over{color:var(--cochineal);font-weight:700;font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;margin:1rem 0 0}
.soft{color:var(--granite)}
.demo{background:#f3ead6;border-bottom:1px solid var(--line);font-size:.85rem;padding:.35rem 0}
.card{background:var(--card);border:1px solid var(--line);padding:1rem;margin:.75rem 0}
.card>:first-child{margin-top:0}.card>:last-child{margin-bottom:0}
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
@media(max-width:30em){button,.button{width:100%;margin-right:0;text-align:center}}
@media(min-width:48em){.wrap{padding-inline:2rem}}
@media print{html{background:#fff;font-size:10pt}.top,.foot,.skip,.noprint,button{display:none!important}.card{break-inside:avoid}a{color:inherit;text-decoration:none}.wrap{max-width:none;padding:0}}
`.replace(/\n/g, '');

/** With the major versions of the fonts' packages: browsers keep them for good. */
export const fontNames = { andada: 'andada-pro-5.woff2', archivo: 'archivo-5.woff2' } as const;

const face = (family: string, file: string, weights: string, display: string) =>
  `@font-face{font-family:${family};src:url(/assets/${file}) format('woff2');font-weight:${weights};font-display:${display}}`;

/**
 * For pages that are read rather than filled in: headings in Andada Pro, and where the screen is wide the text in Archivo. Phones read in
 * their own font and never ask for Archivo; forms stay at 0 KB of fonts.
 */
export const displayFont =
  `${face('Andada', fontNames.andada, '400 840', 'swap')}${face('Archivo', fontNames.archivo, '100 900', 'swap')}
:root{--display:Andada,Georgia,serif;--heavy:500}h1{font-size:clamp(1.75rem,5vw,3rem)}
@media print,(min-width:48em){html{font-family:Archivo,Arial,sans-serif}}`.replace(/\n/g, '');
