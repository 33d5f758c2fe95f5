// The small behaviours, in one file when the server serves it.
import "./live.js";
import "./stream.js";
import "./remember.js";
import "./theme.js";
import "./mask.js";
import "./copy.js";
import "./dialog.js";
import "./confirm.js";
import "./menu.js";
import "./pick.js";
import "./shortcuts.js";
import "./time.js";
import "./toast.js";
import "./composer.js";
import "./drop.js";
import "./inbox.js";
import "./people.js";
