/** Somebody else was faster: nothing of either is lost before the reader has chosen. */
export const StaleNotice = ({
  what,
  takeTheirs,
  saveMine,
}: {
  what: string;
  takeTheirs: () => void;
  saveMine: () => void;
}) => (
  <div class="notice bad" role="alert">
    <p>{what} changed meanwhile, elsewhere. What you wrote is still here, and nothing is overwritten yet.</p>
    <div class="row">
      <button type="button" class="button" onClick={takeTheirs}>
        Take theirs
      </button>
      <button type="button" class="button" onClick={saveMine}>
        Save mine all the same
      </button>
    </div>
  </div>
);
