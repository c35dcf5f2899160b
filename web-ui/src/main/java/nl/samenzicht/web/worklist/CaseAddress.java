package nl.samenzicht.web.worklist;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/** What the address of a page of a case says: the case, the purpose that is worked for, and more; read with care. */
public final class CaseAddress {
    private final BeforeEnterEvent event;

    public CaseAddress(BeforeEnterEvent event) {
        this.event = event;
    }

    /** Returns the case; an address without one leads nowhere, as one that may not be known of does. */
    public CaseFileId caseFile() {
        return place("caseFile").map(CaseFileId::new).orElseThrow(NotFoundException::new);
    }

    /** Returns the opaque number that stands in the path under this name. */
    public Optional<UUID> place(String name) {
        return event.getRouteParameters().get(name).flatMap(text -> read(text, UUID::fromString));
    }

    /** Returns the purpose under this name. */
    public Optional<Purpose> purpose(String parameter) {
        return value(parameter).flatMap(code -> read(code, Purpose::ofCode));
    }

    /** Returns the category under this name. */
    public Optional<DataCategory> category(String parameter) {
        return value(parameter)
                .flatMap(code -> Arrays.stream(DataCategory.values())
                        .filter(category ->
                                category.isContent() && category.code().equals(code))
                        .findFirst());
    }

    /** Returns the opaque number under this name. */
    public Optional<UUID> number(String parameter) {
        return value(parameter).flatMap(text -> read(text, UUID::fromString));
    }

    /** Returns what stands under this name. */
    public Optional<String> value(String parameter) {
        return event.getLocation().getQueryParameters().getSingleParameter(parameter);
    }

    private static <T> Optional<T> read(String text, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
