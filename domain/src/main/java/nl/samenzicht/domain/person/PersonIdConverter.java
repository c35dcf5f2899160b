package nl.samenzicht.domain.person;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Keeps a {@link PersonId} in a native UUID column. */
@Converter(autoApply = true)
public class PersonIdConverter implements AttributeConverter<PersonId, UUID> {

    @Override
    public UUID convertToDatabaseColumn(PersonId id) {
        return id == null ? null : id.value();
    }

    @Override
    public PersonId convertToEntityAttribute(UUID column) {
        return column == null ? null : new PersonId(column);
    }
}
