package nl.samenzicht.web.advice;

/** Whom one can call, as the organisations themselves made known on 26 November 2026. Text is in the messages, by name. */
enum Helpline {
    EMERGENCY("112"),
    SAFE_HOME("0800 2000"),
    COMENSHA("033 448 11 86"),
    POLICE("0900 8844"),
    LABOUR_INSPECTORATE("0800 5151"),
    ANONYMOUS("0800 7000");

    private final String number;

    Helpline(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }

    /** The address that makes a phone dial. */
    String link() {
        return "tel:" + number.replace(" ", "");
    }
}
