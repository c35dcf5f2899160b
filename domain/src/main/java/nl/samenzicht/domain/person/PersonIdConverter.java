package nl.samenzicht.domain.person;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Keeps a {@link PersonId} in a native UUID column. */
@Converter(autoApply = true)
public class PersonIdConverter implements AttributeConverter<PersonId, Object> {

    @Override
    public Object convertToDatabaseColumn(PersonId id) {
        return id == null ? null : id.value().toString();
    }

    @Override
    public PersonId convertToEntityAttribute(Object column) {
        return column == null ? null : new PersonId(UUID.fromString(column.toString()));
    }
}
