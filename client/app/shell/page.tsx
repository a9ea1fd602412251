import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Whether a page was drawn before: the first one leaves the focus where the browser puts it. */
let isFirst = true;

/** One page of the application: its one h1, which takes the focus when one comes here from another page. */
export function Page({
  title,
  heading = title,
  actions,
  children,
}: {
  /** The browser's tab, and the heading unless that says it differently. */
  title: string;
  heading?: ComponentChildren;
  /** Buttons beside the heading: what one does on this page. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}) {
  const h1 = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Lockstep`;
  }, [title]);
  useEffect(() => {
    if (!isFirst) h1.current?.focus({ preventScroll: true });
    isFirst = false;
  }, []);
  return (
    <div class="page stack">
      <div class="page-head">
        <h1 ref={h1} tabIndex={-1}>
          {heading}
        </h1>
        {actions && <div class="row">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
