import type { Viewer } from '#worker/accounts/viewer.ts';
import type { KeptMail } from '#worker/mail/outbox.ts';
import type { PageAssets } from './assets.ts';
import { renderMessage } from './message-page.tsx';

/** `/outbox`, at home only: the mails that went nowhere. */
export const renderOutbox = (viewer: Viewer, assets: PageAssets, mails: KeptMail[]) =>
  renderMessage(
    viewer,
    assets,
    'Outbox',
    <>
      <p class="muted">
        No mails leave this machine. What would have been sent is kept here, the newest first.
      </p>
      {mails.length === 0 && <p class="notice">Nothing yet.</p>}
      <ul class="plain-list">
        {mails.map((mail) => (
          <li>
            <a href={`/outbox/${mail.id}`}>{mail.subject}</a>
            <p class="small muted">
              {mail.to} · <time datetime={mail.sentAt}>{timeOf(mail)}</time>
            </p>
          </li>
        ))}
      </ul>
    </>,
  );

/** One mail: its words with their links, and how a mail program shows it. */
export const renderKeptMail = (viewer: Viewer, assets: PageAssets, mail: KeptMail) =>
  renderMessage(
    viewer,
    assets,
    mail.subject,
    <>
      <p class="small muted">
        To {mail.to} · <time datetime={mail.sentAt}>{timeOf(mail)}</time>
      </p>
      <article class="stack" aria-label="The mail’s words">
        {mail.text.split('\n\n').map((words) => (
          <p class="long-words">{withLinks(words)}</p>
        ))}
      </article>
      <details>
        <summary>As a mail program shows it</summary>
        <iframe class="kept-mail" title="The mail as HTML" src={`/outbox/${mail.id}/html`} />
      </details>
      <p class="row">
        <a class="button" href="/outbox">
          All mails
        </a>
      </p>
    </>,
  );

const timeOf = ({ sentAt }: KeptMail): string => `${sentAt.slice(0, 10)} ${sentAt.slice(11, 19)} UTC`;

/** Every second part of the split is an address. */
const withLinks = (words: string) =>
  words.split(/(https?:\/\/\S+)/).map((part, index) => (index % 2 === 1 ? <a href={part}>{part}</a> : part));
