import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../app/words.js';
import { Button } from '../../design/index.js';
import { messageWords } from './messages.words.js';

interface PreviewProps {
  readonly html: string;
  readonly text: string;
}

/** The mail as its reader sees it, in a frame that runs nothing, sends nothing and leads nowhere. */
export function MailPreview({ html, text }: PreviewProps) {
  const t = useWords(messageWords);
  const [isText, setText] = useState(false);
  return (
    <>
      <div className="row">
        <Button size="small" aria-pressed={!isText} onClick={() => setText(false)}>
          {t('asHtml')}
        </Button>
        <Button size="small" aria-pressed={isText} onClick={() => setText(true)}>
          {t('asText')}
        </Button>
      </div>
      <p className="soft">{t('linksHidden')}</p>
      {isText ? <pre className="mail-text">{text}</pre> : <MailFrame html={html} title={t('preview')} />}
    </>
  );
}

function MailFrame({ html, title }: { readonly html: string; readonly title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(480);
  useEffect(() => setHeight(480), [html]);
  return (
    <iframe
      ref={frame}
      className="mail-frame"
      title={title}
      srcDoc={html}
      // Of the same origin only so that its height can be read: without allow-scripts nothing in it runs.
      sandbox="allow-same-origin"
      style={{ height }}
      onLoad={() => setHeight((frame.current?.contentDocument?.documentElement.scrollHeight ?? 480) + 8)}
    />
  );
}
