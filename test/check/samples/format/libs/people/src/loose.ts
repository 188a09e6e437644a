export   const loose = "quotes"
