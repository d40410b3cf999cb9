"""Words too common to tell one text from another: they are found in names, and a question may leave them unanswered."""

STOP_WORDS = {
    "en": "a about after all also an and any are as at be because been before being both but by can could did do does "
    "for from had has have he her him his how if in into is it its may more most no nor not of on only or other our "
    "out over she should so some such than that the their them then there these they this those to under until up was "
    "we were what when where which while who whom whose why will with would you your",
    "es": "a al algo ante antes como con cual cuando de del desde donde dos el ella ellas ellos en entre era eran es "
    "esa esas ese eso esos esta estas este esto estos fue fueron ha han hasta hay la las le les lo los mas me mi "
    "mientras muy ni no nos o os para pero por porque que quien quienes se sea ser si sin sobre son su sus también te "
    "tras un una unas uno unos y ya",
}


def stop_words(language: str) -> tuple[str, ...]:
    """The stop words of a language; of one that is not known here there are none."""
    return tuple(STOP_WORDS.get(language.partition("-")[0].lower(), "").split())
