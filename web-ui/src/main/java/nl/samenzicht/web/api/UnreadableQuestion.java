package nl.samenzicht.web.api;

import java.util.List;

/** A question that cannot be read; nothing was asked of casework. Names codes, never what was sent. */
public class UnreadableQuestion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String messageKey;
    private final transient List<Object> arguments;

    UnreadableQuestion(String code, String messageKey, Object... arguments) {
        super(code);
        this.code = code;
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    /** What is wrong, as a code. */
    public String code() {
        return code;
    }

    /** The key of the sentence that says so. */
    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
