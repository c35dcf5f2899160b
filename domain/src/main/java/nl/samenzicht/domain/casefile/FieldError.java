package nl.samenzicht.domain.casefile;

import java.util.List;

/**
 * One thing that is wrong with what was typed, and what would help.
 *
 * @param field the field's key
 * @param messageKey the key of the sentence in the message bundles
 * @param arguments what the sentence names; never the typed value of a sensitive field
 */
public record FieldError(String field, String messageKey, List<Object> arguments) {
    public FieldError {
        arguments = List.copyOf(arguments);
    }

    static FieldError of(String field, String messageKey, Object... arguments) {
        return new FieldError(field, messageKey, List.of(arguments));
    }
}
