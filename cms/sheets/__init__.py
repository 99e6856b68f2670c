"""Services as a workbook: one sheet for the cards, one for each list of the card; out and in again without a loss."""
