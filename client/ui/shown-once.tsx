import { CopyButton } from './copy-button.tsx';

/** A secret that the server keeps only a hash of: here it is, once. */
export const ShownOnce = ({ label, secret }: { label: string; secret: string }) => (
  <div class="notice shown-once" role="status">
    <p>
      <strong>{label}</strong> is shown only now. Keep it where it is safe.
    </p>
    <p class="row">
      <code class="long-words">{secret}</code>
      <CopyButton text={secret} what={label} />
    </p>
  </div>
);
