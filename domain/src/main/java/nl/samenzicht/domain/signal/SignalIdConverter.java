package nl.samenzicht.domain.signal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Keeps a {@link SignalId} in a native UUID column. */
@Converter(autoApply = true)
public class SignalIdConverter implements AttributeConverter<SignalId, UUID> {

    @Override
    public UUID convertToDatabaseColumn(SignalId id) {
        return id == null ? null : id.value();
    }

    @Override
    public SignalId convertToEntityAttribute(UUID column) {
        return column == null ? null : new SignalId(column);
    }
}
