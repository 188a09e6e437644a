/** A day's meetings as rows with the time in front; on paper a list that fits a folder. */
export const meetingStyle = `
.tools{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.75rem 0}.tools a{min-height:24px;padding:.2rem 0}
.next{border-top:4px solid var(--teal)}.next p{margin:.15rem 0}.next .clock{font-size:2.6rem;font-weight:700;line-height:1.1;font-variant-numeric:tabular-nums}
.seat{color:var(--teal);font-weight:700}.next .seat{font-size:1.25rem}
.room{margin:0}.card h2{margin-top:0}
.rows{list-style:none;margin:0;padding:0}
.rows>li{display:grid;grid-template-columns:4.2rem 1fr;gap:0 .9rem;padding:.6rem .8rem;border-bottom:1px solid var(--line);border-left:4px solid var(--teal);background:var(--card)}
.rows .time{font-weight:700;font-size:1.15rem;font-variant-numeric:tabular-nums;grid-row:span 2}
.rows .seat{display:block;font-size:.9rem;white-space:nowrap}.rows p{margin:.1rem 0}.rows a{display:inline-block;min-height:24px;padding:.15rem 0}
.rows .held{border-left-color:var(--green)}.rows .no_show{border-left-color:var(--adobe)}
.rows .cancelled{border-left-color:var(--granite)}.cancelled .time,.cancelled b{text-decoration:line-through}.cancelled .time,.cancelled b,.cancelled .seat,.past .time,.past .seat{color:var(--granite)}
.rows .past{background:none;padding-top:.35rem;padding-bottom:.35rem}.past .topic{display:none}
.rows .hot{background:#fdf6e3}
.tag{font-size:.85rem;font-weight:600;border:1px solid;border-radius:2px;padding:0 .35rem;white-space:nowrap}
.ask{border-left:4px solid var(--cochineal)}.ask h3{margin:0;font-weight:700}
details{margin:.75rem 0 0}summary{cursor:pointer;min-height:24px;padding:.2rem 0;color:var(--cochineal);font-weight:600}
.slots{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.25rem .75rem}
.slots label{font-weight:400;margin:0;min-height:44px;display:flex;align-items:center}
.slots input{flex:none}.found{list-style:none;padding:0}.found li{padding:.5rem 0;border-bottom:1px solid var(--line)}.found a{display:inline-block;min-height:24px}
.brief{white-space:pre-line;border-left:2px solid var(--line);padding-left:.75rem}
.note{display:none}
@media(min-width:48em){.rows>li{grid-template-columns:9rem 1fr auto;align-items:baseline}.rows .time{grid-row:auto}.rows .seat{display:inline;margin-left:1rem}.past .topic{display:block}
.asks{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem;align-items:start}}
@media print{@page{size:A4;margin:14mm}h1{font-size:16pt}h2{display:none}h3{break-after:avoid}.demo,.over{padding:0}
.rows>li{grid-template-columns:24mm 1fr 52mm;break-inside:avoid;padding:1.2mm 0 1.2mm 3mm}.rows .time{grid-row:auto;font-size:13pt}.rows .seat{display:block;margin:0;font-size:11pt}
.rows .cancelled{display:none}.past .topic{display:block}.do{display:none}.note{display:block;border-bottom:1px dotted #999;height:100%;min-height:9mm}.tag{border:0;padding:0}}
`.replace(/\n/g, '');
