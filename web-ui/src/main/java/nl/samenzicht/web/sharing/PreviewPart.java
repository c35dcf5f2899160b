package nl.samenzicht.web.sharing;

import com.vaadin.flow.component.Component;
import java.util.List;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.DataCategory;

/**
 * How a category that has a face of its own shows items to read; a CDI bean. The preview of a share asks it, so that a
 * recipient gets what the giver saw.
 */
public interface PreviewPart {
    /** Whether it shows this category. */
    boolean shows(DataCategory category);

    /** Returns the items as {@code reader} would read them. */
    List<Component> show(List<ItemView> items, AgencyId reader);
}
