package nl.samenzicht.security.directory;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Keeps a {@link ProfessionalId} in a column of MariaDB's own UUID type. */
@Converter(autoApply = true)
public class ProfessionalIdConverter implements AttributeConverter<ProfessionalId, UUID> {
    @Override
    public UUID convertToDatabaseColumn(ProfessionalId id) {
        return id == null ? null : id.value();
    }

    @Override
    public ProfessionalId convertToEntityAttribute(UUID value) {
        return value == null ? null : new ProfessionalId(value);
    }
}
