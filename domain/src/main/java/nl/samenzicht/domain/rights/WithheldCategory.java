package nl.samenzicht.domain.rights;

import nl.samenzicht.security.policy.DataCategory;

/** A category that was asked about and is not given, and on which ground. Whether anything lies in it is not said. */
public record WithheldCategory(DataCategory category, WithholdingGround ground) {}
