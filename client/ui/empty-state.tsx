import type { ComponentChildren } from 'preact';

/** Nothing here yet: one sentence on what this place will hold, and the way to fill it. */
export const EmptyState = ({ sentence, children }: { sentence: string; children?: ComponentChildren }) => (
  <div class="empty">
    <p>{sentence}</p>
    {children}
  </div>
);
