/** A day's meetings as rows with the time in front; on paper a list that fits a folder. */
export const meetingStyle = `
.tools{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.75rem 0}.tools a{min-height:24px;padding:.2rem 0}
.next{border-top:4px solid var(--teal)}.next .clock{font-size:2.4rem;font-weight:700;line-height:1.1;font-variant-numeric:tabular-nums}
.next .seat{font-size:1.25rem;font-weight:700;color:var(--teal)}
.rows{list-style:none;margin:0;padding:0}
.rows>li{display:grid;grid-template-columns:4.4rem 1fr;gap:.1rem .9rem;padding:.7rem 0 .7rem .8rem;border-bottom:1px solid var(--line);border-left:4px solid var(--teal);background:var(--card)}
.rows .time{font-weight:700;font-size:1.1rem;font-variant-numeric:tabular-nums;grid-row:span 2}
.rows .time small{display:block;font-weight:400;color:var(--granite);font-size:.85rem}
.rows .seat{color:var(--teal);font-weight:700}.rows p{margin:.1rem 0}
.rows .held{border-left-color:var(--green)}.rows .no_show{border-left-color:var(--adobe)}
.rows .cancelled{border-left-color:var(--granite)}.cancelled .time,.cancelled b{text-decoration:line-through;color:var(--granite)}
.rows li.hot{background:#fdf6e3}
.tag{font-size:.85rem;font-weight:600;border:1px solid;border-radius:2px;padding:0 .35rem;white-space:nowrap}
.ask{border-left:4px solid var(--cochineal)}.ask h3{margin:0}.ask .over{margin:0}
details{margin:.75rem 0 0}summary{cursor:pointer;min-height:24px;padding:.2rem 0;color:var(--cochineal);font-weight:600}
.slots{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.25rem .75rem}
.slots label{font-weight:400;margin:0;min-height:44px;display:flex;align-items:center}
.found{list-style:none;padding:0}.found li{padding:.5rem 0;border-bottom:1px solid var(--line)}
.brief{white-space:pre-line;border-left:2px solid var(--line);padding-left:.75rem}
.note{display:none}
@media(min-width:48em){.rows>li{grid-template-columns:6rem 1fr auto}.rows .time{grid-row:auto}.rows .do{text-align:right}.asks{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem;align-items:start}}
@media print{@page{size:A4;margin:14mm}.rows>li{grid-template-columns:5rem 1fr 42%;break-inside:avoid;padding:3mm 0 3mm 3mm}h1{font-size:16pt}h2{break-after:avoid}
.rows .cancelled{display:none}.note{display:block;border-bottom:1px dotted #999;min-height:12mm;font-size:8pt;color:#555}.rows .seat{font-size:12pt}.tag{border:0}}
`.replace(/\n/g, '');
