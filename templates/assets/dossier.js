/* What the pages do beyond what HTML and CSS do. Each page is complete without it.
   Order: switches, previews. */

"use strict";
