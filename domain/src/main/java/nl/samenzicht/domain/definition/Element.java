package nl.samenzicht.domain.definition;

/**
 * One thing that a definition asks for.
 *
 * @param form the form of exploitation by its code, for {@link Kind#FORM}; empty text for the others
 */
public record Element(Kind kind, String form) {

    /** The kinds of elements: handeling, middel, doel, and what else a rule may turn on. */
    public enum Kind {
        ACT,
        MEANS,
        PURPOSE,
        MINOR,
        BORDER,
        FORM
    }

    /** Reads an element as the file of rules writes it: {@code MEANS}, or {@code FORM=LABOUR}. */
    static Element parse(String text) {
        var form = text.indexOf('=');
        return form < 0
                ? new Element(Kind.valueOf(text), "")
                : new Element(Kind.valueOf(text.substring(0, form)), text.substring(form + 1));
    }
}
