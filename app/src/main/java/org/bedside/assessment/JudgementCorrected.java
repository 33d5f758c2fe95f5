package org.bedside.assessment;

/**
 * A person corrected a judgement; published inside the transaction, with the correction applied.
 */
public record JudgementCorrected(Assessed mention, Judgement.Part part) {}
