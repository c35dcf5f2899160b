package nl.samenzicht.domain.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import nl.samenzicht.security.directory.ProfessionalId;

/** Keeps a professional's number in a native UUID column. */
@Converter(autoApply = true)
public class ProfessionalIdConverter implements AttributeConverter<ProfessionalId, Object> {

    @Override
    public Object convertToDatabaseColumn(ProfessionalId value) {
        return value == null ? null : value.value().toString();
    }

    @Override
    public ProfessionalId convertToEntityAttribute(Object column) {
        return column == null ? null : new ProfessionalId(UUID.fromString(column.toString()));
    }
}
