/** What only the pages of events need; names are short because every agenda carries them. */
export const eventStyle = `
.wrap{max-width:84rem}
.hd{padding-bottom:1.25rem}
.hd h1{letter-spacing:-.01em;margin-bottom:.6rem}
.fx{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;margin:.25rem 0 0;padding:0;list-style:none}
.fx a{display:inline-block;min-height:24px;font-weight:600;padding:.15rem 0}
.by{margin:.9rem 0;display:grid;gap:.3rem;font-size:.95rem}
.by dt,.by dd{display:inline;margin:0}.by dt{color:var(--granite);margin-right:.35rem}
.by dd+dd:before{content:"· ";color:var(--granite)}
.bl .fx{gap:.5rem;margin-top:.5rem}
.bl h2{font-family:inherit;font-size:.85rem;font-weight:600;line-height:1.5;color:var(--granite);margin:0}
.bl a{color:var(--ink);background:var(--card);border:1px solid var(--line);border-top:4px solid var(--k,var(--granite));padding:.25rem .7rem .35rem;font-size:.9rem;text-decoration:none}
.bl a:hover{text-decoration:underline}
.bl [aria-current]{background:var(--ink);border-color:var(--ink);border-top-color:var(--k);color:#fff}
.s:before{content:"";display:block;height:4px;background:var(--k,var(--granite))}
.t{--k:var(--teal)}.c{--k:var(--cochineal)}.g{--k:var(--green)}.a{--k:var(--adobe)}.n{--k:var(--night)}
.d h2{position:sticky;top:0;z-index:2;background:var(--paper);font-size:1.65rem;margin:1.25rem 0 0;padding:.5rem 0;border-bottom:1px solid var(--ink)}
.h{display:grid;gap:.5rem;padding:.65rem 0 .9rem}
.h+.h{border-top:1px solid var(--line)}
.h h3{font-family:inherit;font-weight:700;font-size:1rem;line-height:1.4;margin:0;font-variant-numeric:tabular-nums}
.r{display:grid;gap:.65rem;min-width:0}
.s{background:var(--card);border:1px solid var(--line);border-top:0;display:flex;flex-direction:column;min-width:0}
.s>*{margin:0 .85rem}
.s:before{margin:0 -1px}
.s .k{margin-top:.6rem;font-size:.85rem;color:var(--granite)}
.s .k b{color:var(--k)}.s .k b:after{content:" · ";color:var(--granite);font-weight:400}
.s h4{font:500 1.15rem/1.25 var(--display);margin-top:.2rem;margin-bottom:.3rem;text-wrap:pretty;overflow-wrap:anywhere}
.s p.w{font-size:.9rem}
.s ul{list-style:none;padding:.4rem 0 0;font-size:.9rem;color:var(--granite)}
.s li+li{margin-top:.3rem}
.s li b{color:var(--ink);font-weight:600}
.s .y{font-size:.9rem;margin-top:.35rem}
.s>:last-child{margin-bottom:.75rem}
.s:target{outline:3px solid var(--gold);outline-offset:2px}
.z{margin:0;line-height:1.4;display:flex;align-items:baseline;gap:.4rem;color:var(--granite)}.z:after{content:"";flex:1;border-bottom:2px dotted var(--line);min-width:2rem}
.z b{color:var(--ink);font-weight:600}
.ls{list-style:none;padding:0;margin:0}
.ev{display:grid;grid-template-columns:4.2rem 1fr;gap:1rem;padding:1.1rem 0;border-bottom:1px solid var(--line)}
.ev time{border-top:4px solid var(--cochineal);background:var(--card);border-inline:1px solid var(--line);border-bottom:1px solid var(--line);text-align:center;padding:.3rem 0 .45rem;align-self:start;font-size:.85rem;color:var(--granite)}
.ev time b{display:block;font:500 1.9rem/1.1 var(--display);color:var(--ink)}
.ev h3{font-size:1.45rem;margin:0}.ev h3 a{color:var(--ink)}.ev .over{margin:0}
.past .ev time{border-top-color:var(--granite)}
.tag{display:inline-block;background:var(--green);color:#fff;font-size:.75rem;font-weight:700;padding:.1rem .5rem;margin-left:.5rem;letter-spacing:.02em}
@media print,(min-width:40em){.s:not(.o) .k b{display:block}.s:not(.o) .k b:after{content:none}}
@media(min-width:40em){.r{grid-template-columns:repeat(auto-fit,minmax(13rem,1fr))}}
@media(min-width:56em){.hd:has(.by){display:grid;grid-template-columns:1fr 20rem;column-gap:3rem;align-items:start}.hd:has(.by) h1{font-size:2.6rem}.hd>*{grid-column:1}
.by{grid-column:2;grid-row:1/span 4;gap:.75rem;margin:1.1rem 0 0;border-left:1px solid var(--line);padding-left:1.5rem}.by dt,.by dd{display:block}.by dt{font-size:.85rem}.by dd+dd:before{content:none}
.h{grid-template-columns:4.5rem 1fr;padding:1rem 0 1.25rem}.h h3{position:sticky;top:4rem;align-self:start;font-size:1.1rem}
.s.o{display:grid;grid-template-columns:3fr 2fr;align-content:start;padding-bottom:.75rem}.s.o>*{margin-bottom:0}.s.o:before{grid-column:1/-1}.s.o>*{grid-column:1}.s.o h4{font-size:1.45rem;margin-bottom:.25rem}.s.o ul{grid-column:2;grid-row:2/span 4;padding:0;margin:.75rem .85rem}
.d h2{font-size:1.9rem}.ev{grid-template-columns:5.5rem 1fr}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{@page{size:A4;margin:10mm 11mm}
html{font-size:8.5pt;line-height:1.25}.bl,.fx{display:none}.hd:has(.by){display:block}.hd:has(.by) h1{font-size:17pt}.weave,.s:before,.tag{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.hd{padding:.4rem 0 .35rem}.hd h1{font-size:17pt;max-width:none;margin:0;text-wrap:wrap}.hd p,.over{margin:0}.by{margin:.2rem 0 0;padding:0;border:0;display:flex;flex-wrap:wrap;gap:0 1.5rem}.by dt,.by dd{display:inline;font-size:1em}.demo{padding:.1rem 0}
.d{break-before:page}.d:first-of-type{break-before:auto}
.d h2{position:static;font-size:14pt;margin:.3rem 0 0;padding:.1rem 0;background:none}
.h{grid-template-columns:11mm 1fr;padding:.25rem 0 .3rem;gap:.3rem}.h h3,.z{font-size:9pt}.h h3{position:static;break-after:avoid}
.r{grid-template-columns:repeat(auto-fit,minmax(31mm,1fr));gap:1.2mm}
.s{break-inside:avoid;padding-bottom:.2rem}.s>*{margin:0 1.5mm}.s .k,.s .w,.s ul{font-size:7.5pt}.s .k{margin-top:.15rem}.s h4,.s.o h4{font:500 9.5pt/1.15 var(--display);margin:.05rem 1.5mm .1rem}.s.o{display:grid;grid-template-columns:3fr 2fr}.s.o:before{grid-column:1/-1}.s.o>*{grid-column:1}.s.o ul{grid-column:2;grid-row:2/span 4}
.s>:last-child{margin-bottom:0}.s ul{padding-top:.15rem}.s li+li{margin-top:.1rem}.s .y{display:none}.v{margin-top:.5rem}}
`.replace(/\n/g, '');
