package nl.samenzicht.domain.casefile;

import java.util.List;

/** What was typed cannot be recorded; nothing was changed. */
public class ContentNotValid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public ContentNotValid(List<FieldError> errors) {
        super(errors.size() + " fields are not valid: "
                + errors.stream().map(FieldError::messageKey).toList());
        this.errors = List.copyOf(errors);
    }

    /** What is wrong, in the order of the form. */
    public List<FieldError> errors() {
        return errors;
    }
}
