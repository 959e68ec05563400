"""Who signs in: people with a staff account, known by their e-mail."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils import timezone


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email=email.lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A staff account of a town, a partner organisation or the Agency; a superuser administers it all."""

    email = models.EmailField(
        "e-mail", unique=True, error_messages={"unique": "Účet s tímto e-mailem už existuje."}
    )
    name = models.CharField("jméno", max_length=150, db_collation="cs_sort")
    is_active = models.BooleanField("aktivní", default=True)
    is_staff = models.BooleanField("smí do správy číselníků", default=False)
    date_joined = models.DateTimeField("vytvořen", default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "účet"
        verbose_name_plural = "účty"
        ordering = ["name"]

    def __str__(self):
        return self.name or self.email

    def clean(self):
        super().clean()
        self.email = self.email.lower()
