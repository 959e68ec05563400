"""Django's Czech does not yet know its newer sentence about a short password."""

from django.contrib.auth.password_validation import MinimumLengthValidator


class LongEnough(MinimumLengthValidator):
    def get_error_message(self):
        return f"Heslo je příliš krátké. Napište aspoň {self.min_length} znaků."

    def get_help_text(self):
        return f"Heslo má mít aspoň {self.min_length} znaků."
