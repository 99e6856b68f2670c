"""What residents write in public: reports, holding, hiding with a reason, appeals to another person."""
