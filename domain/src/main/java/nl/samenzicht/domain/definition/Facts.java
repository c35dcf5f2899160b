package nl.samenzicht.domain.definition;

import java.util.Map;

/**
 * What is known, as the elements of the definitions ask for it.
 *
 * @param values values of a signal by field key, as the catalogue stores them
 */
public record Facts(Map<String, String> values) {

    private static final String NOT_KNOWN_YET = "UNKNOWN_NOT_YET";

    public Facts {
        values = Map.copyOf(values);
    }

    Known of(Element element) {
        return switch (element.kind()) {
            case ACT -> named("act");
            case MEANS -> named("means");
            case PURPOSE -> purpose();
            case MINOR -> answer("minor");
            case BORDER -> answer("borderHelp");
            case FORM -> form(element.form());
        };
    }

    /** Something that was named is there; that nothing was named proves nothing. */
    private Known named(String key) {
        return values.getOrDefault(key, "").isBlank() ? Known.UNKNOWN : Known.YES;
    }

    private Known answer(String key) {
        return switch (values.getOrDefault(key, "")) {
            case "YES" -> Known.YES;
            case "NO" -> Known.NO;
            default -> Known.UNKNOWN;
        };
    }

    /** Exploitation or the aim of it; a form that was named says so, unless somebody says there is none. */
    private Known purpose() {
        var said = answer("exploited");
        var form = values.getOrDefault("exploitation", "");
        return said == Known.UNKNOWN && !form.isEmpty() && !form.equals(NOT_KNOWN_YET) ? Known.YES : said;
    }

    private Known form(String wanted) {
        var form = values.getOrDefault("exploitation", "");
        if (form.equals(wanted)) {
            return Known.YES;
        }
        return form.isEmpty() || form.equals(NOT_KNOWN_YET) ? Known.UNKNOWN : Known.NO;
    }
}
