/**
 * Makes or uses a passkey on a page that works without it: shows the button where the browser knows passkeys, asks for a question, lets the
 * device answer it, and sends the answer as a form. Written for browsers that cannot read WebAuthn's JSON by themselves.
 */
export const passkeyScript = `
(function(){
var box=document.getElementById('passkey'),form=box&&box.querySelector('form'),button=box&&box.querySelector('button'),said=box&&box.querySelector('[role=status]');
if(!box||!window.PublicKeyCredential||!navigator.credentials)return;
var make=box.dataset.make!==undefined;
box.hidden=false;
function bytes(text){var b=atob(text.replace(/-/g,'+').replace(/_/g,'/')),a=new Uint8Array(b.length);for(var i=0;i<b.length;i++)a[i]=b.charCodeAt(i);return a}
function text(buffer){var a=new Uint8Array(buffer),b='';for(var i=0;i<a.length;i++)b+=String.fromCharCode(a[i]);return btoa(b).replace(/\\+/g,'-').replace(/\\//g,'_').replace(/=+$/,'')}
function plain(c){var r=c.response;return JSON.stringify({id:c.id,rawId:text(c.rawId),type:c.type,clientExtensionResults:c.getClientExtensionResults(),
authenticatorAttachment:c.authenticatorAttachment||undefined,response:make?{clientDataJSON:text(r.clientDataJSON),
attestationObject:text(r.attestationObject),transports:r.getTransports?r.getTransports():[]}:{clientDataJSON:text(r.clientDataJSON),
authenticatorData:text(r.authenticatorData),signature:text(r.signature),userHandle:r.userHandle?text(r.userHandle):undefined}})}
function named(keys){return (keys||[]).map(function(k){return Object.assign({},k,{id:bytes(k.id)})})}
function asked(o){o.challenge=bytes(o.challenge);if(!make){o.allowCredentials=named(o.allowCredentials);return navigator.credentials.get({publicKey:o})}
o.user.id=bytes(o.user.id);o.excludeCredentials=named(o.excludeCredentials);return navigator.credentials.create({publicKey:o})}
function idle(words){button.disabled=false;said.textContent=words||''}
button.addEventListener('click',function(){
button.disabled=true;said.textContent='';
fetch(box.dataset.question,{method:'POST',credentials:'same-origin',headers:{accept:'application/json'}})
.then(function(answer){if(!answer.ok)throw new Error('asked');return answer.json()})
.then(function(question){
return asked(JSON.parse(question.options)).then(function(c){form.elements.challengeId.value=question.challengeId;form.elements.answer.value=plain(c);form.submit()})})
.catch(function(e){idle(e&&e.name==='NotAllowedError'?box.dataset.cancelled:box.dataset.failed)})
});
addEventListener('pageshow',function(e){if(e.persisted)idle()});
})();
`;
