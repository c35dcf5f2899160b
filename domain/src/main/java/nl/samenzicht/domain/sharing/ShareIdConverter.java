package nl.samenzicht.domain.sharing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Keeps a {@link ShareId} in a native UUID column. */
@Converter(autoApply = true)
public class ShareIdConverter implements AttributeConverter<ShareId, UUID> {

    @Override
    public UUID convertToDatabaseColumn(ShareId id) {
        return id == null ? null : id.value();
    }

    @Override
    public ShareId convertToEntityAttribute(UUID column) {
        return column == null ? null : new ShareId(column);
    }
}
