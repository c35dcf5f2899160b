package nl.samenzicht.domain.casefile;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Keeps an {@link ItemId} in a native UUID column. */
@Converter(autoApply = true)
public class ItemIdConverter implements AttributeConverter<ItemId, UUID> {

    @Override
    public UUID convertToDatabaseColumn(ItemId id) {
        return id == null ? null : id.value();
    }

    @Override
    public ItemId convertToEntityAttribute(UUID column) {
        return column == null ? null : new ItemId(column);
    }
}
