export const scriptPath = '/assets/tinkuy.js';

/** All that pages run in the browser. They work without it; with it a second tap is stopped before it leaves the phone. */
export const script = `
document.addEventListener('submit',function(e){var f=e.target;if(f.dataset.sent){e.preventDefault();return}
f.dataset.sent='1';setTimeout(function(){f.querySelectorAll('button').forEach(function(b){b.disabled=true})})});
addEventListener('pageshow',function(e){if(e.persisted)document.querySelectorAll('form').forEach(function(f){delete f.dataset.sent;
f.querySelectorAll('button').forEach(function(b){b.disabled=false})})});
var s=document.getElementById('errors');if(s)s.focus();
`;

/** Two triangles of the woven edge that meet: an encounter. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#faf7f0"/><path d="M2 4h28L16 18z" fill="#8c1d40"/><path d="M2 28h28L16 14z" fill="#0f4c5c" fill-opacity=".9"/></svg>';
