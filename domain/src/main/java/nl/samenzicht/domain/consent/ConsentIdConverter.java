package nl.samenzicht.domain.consent;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Keeps a {@link ConsentId} in a native UUID column. */
@Converter(autoApply = true)
public class ConsentIdConverter implements AttributeConverter<ConsentId, UUID> {

    @Override
    public UUID convertToDatabaseColumn(ConsentId id) {
        return id == null ? null : id.value();
    }

    @Override
    public ConsentId convertToEntityAttribute(UUID column) {
        return column == null ? null : new ConsentId(column);
    }
}
