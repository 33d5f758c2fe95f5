package org.bedside.understanding;

/** The 18 Safe Harbor identifiers, 45 CFR 164.514(b)(2)(i)(A) to (R). */
public enum IdentifierType {
  NAME,
  GEOGRAPHY,
  DATE,
  AGE_OVER_89,
  TELEPHONE,
  FAX,
  EMAIL,
  SSN,
  MEDICAL_RECORD_NUMBER,
  HEALTH_PLAN_NUMBER,
  ACCOUNT_NUMBER,
  LICENCE_NUMBER,
  VEHICLE,
  DEVICE,
  URL,
  IP_ADDRESS,
  BIOMETRIC,
  PHOTOGRAPH,
  OTHER_UNIQUE
}
