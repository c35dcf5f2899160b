package nl.samenzicht.domain.duplicate;

import nl.samenzicht.domain.casefile.SectionView;

/** A pair with what each case says of who it is about; each is a look of its own on record. */
public record SideBySide(PairView pair, SectionView one, SectionView other) {}
