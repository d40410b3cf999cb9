{# The dialog in which every page but the search page shows the search, as the script that hands it to assets/search.js. #}
{% from "partials/search-box.html" import search_box %}
{% set dialog %}
<dialog class="search-dialog" aria-label="{{ labels.search }}">
{{ search_box() }}
<p class="search-exits"><a class="search-page" href="{{ view.href }}">{{ view.words }}</a> <button type="button" class="action search-close">{{ labels.search_close }}</button></p>
</dialog>
{% endset %}
dossierSearch("dialog",{{ dialog | tojson }});
