// Draws the QR code of its argument as the page does: writes the modules from edge to edge and the path.

import { squares } from "../../docs/assets/javascripts/studio/code.js";

process.stdout.write(JSON.stringify(squares(process.argv[2])));
