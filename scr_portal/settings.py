"""One settings file, driven by the environment and safe when nothing is set.

`NAME_FILE` may hold the path of a file with the value of `NAME` (secrets by file). Nothing set at all means: SQLite
under var/, tasks run in the request, debug off, only this machine may connect.
"""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from redis.backoff import NoBackoff
from redis.retry import Retry

from scr_portal.environment import BASE_DIR, VAR_DIR, databases, env, files, flag, secret
from scr_portal.lib import organisations

DEBUG = flag("DEBUG")
# The demo skips the second factor at sign-in, and its pages say so.
DEMO = flag("DEMO")
SECRET_KEY = secret("SECRET_KEY", 50)
# What is sealed is sealed under the first; the others open what was sealed before (scr_portal/lib/sealing.py).
SEAL_KEYS = secret("SEAL_KEYS", 32)
# Under which backups are sealed; never kept where they are kept.
BACKUP_KEY = env("BACKUP_KEY")
BACKUP_DAYS = int(env("BACKUP_DAYS", "0"))  # How long backups are kept: certificates of destruction say so.
ALLOWED_HOSTS = env("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in env("CSRF_TRUSTED_ORIGINS").split(",") if origin]
SITE_URL = env("SITE_URL", "http://127.0.0.1:8000")
HTTPS = SITE_URL.startswith("https://")

INSTALLED_APPS = [
    "scr_portal",
    "reviews",
    "agencies",
    "findings",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.admin",
    "django.forms",
    "guardian",
    "simple_history",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "scr_portal.single_sign_on",
    "axes",
    "csp",
    "govuk_frontend_django",
]

MIDDLEWARE = [
    "scr_portal.logs.ReferenceMiddleware",
    "scr_portal.metrics.MetricsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "scr_portal.answers.kept_nowhere",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "scr_portal.session_limits.SessionLimitsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "scr_portal.signing_in.SecondFactorMiddleware",
    "scr_portal.answers.FilesAwayMiddleware",
    "scr_portal.receiving.UploadMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "scr_portal.urls"
WSGI_APPLICATION = "scr_portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "scr_portal.lib.pages.frame",
                "scr_portal.session_limits.remaining",
                "scr_portal.menu.navigation",
            ],
            "builtins": ["scr_portal.lib.page_tags", "reviews.templatetags.rights"],
        },
    }
]
FORM_RENDERER = "scr_portal.lib.forms.GovukRenderer"

DATABASES = databases()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ATOMIC_REQUESTS = False

# People
AUTH_USER_MODEL = "agencies.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
    "guardian.backends.ObjectPermissionBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ANONYMOUS_USER_NAME = None
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "scr_portal.signing_in.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "scr_portal.single_sign_on.adapter.SocialAccountAdapter"
# Organisations whose people sign in through a provider of their own (JSON; docs/operating.md says how).
SINGLE_SIGN_ON = organisations.read(env("SINGLE_SIGN_ON"))
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [one.app() for one in SINGLE_SIGN_ON]}}
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
# A form that is sent on to another server is what form-action forbids, and it forbids each server on the way.
SOCIALACCOUNT_LOGIN_ON_GET = True
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # People are invited by the board; nobody registers alone.
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "SCR Portal"
MFA_ALLOW_UNVERIFIED_EMAIL = True
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_LOCKOUT_CALLABLE = "scr_portal.answers.locked_out"
CSRF_FAILURE_VIEW = "scr_portal.answers.csrf_failure"
AXES_VERBOSE = False

# Language and time
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

# Files
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = Path(env("MEDIA_ROOT", str(VAR_DIR / "files")))
STORAGES = {
    "default": files(),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or DEMO
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG or DEMO
UPLOAD_LIMIT = 60 * 1024 * 1024
# The virus scanner that looks at each uploaded file: "host:port" or the path of clamd's socket. Its StreamMaxLength must
# not be below UPLOAD_LIMIT.
CLAMD = env("CLAMD")
# A file is held back from memory and put on disk early; a form's text may be long (an IMR is pasted in one piece).
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Folders of rule sets that add to those that ship, parted by colons; see reviews/regimes/README.md.
REGIMES = [folder for folder in env("REGIMES").split(":") if folder]

# Services
REDIS_URL = env("REDIS_URL")
CELERY_BROKER_URL = REDIS_URL or "memory://localhost/"
CELERY_TASK_ALWAYS_EAGER = not REDIS_URL
CELERY_TASK_EAGER_PROPAGATES = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TIMEZONE = TIME_ZONE
# Seconds: nobody waits longer for a broker or a cache that is away, because both can be done without for a while.
# Work that a worker took and did not end goes to another after the visibility timeout. Its page says meanwhile that it is
# under way, so that is shorter than a build is waited for. Work that lasts longer is done by two, and kept once.
CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_connect_timeout": 2, "socket_timeout": 5, "visibility_timeout": 600}
# A worker takes what it can begin with: what it holds besides would wait as long when it is killed.
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0.2, "interval_max": 0.2}
CACHES = {
    "default": {
        "BACKEND": "scr_portal.lib.steady_cache.SteadyCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 2, "retry": Retry(NoBackoff(), 1)},
    }
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if env("EMAIL_HOST")
    else ("django.core.mail.backends.filebased.EmailBackend")
)
EMAIL_FILE_PATH = VAR_DIR / "mail"
EMAIL_HOST = env("EMAIL_HOST", "localhost")
EMAIL_PORT = int(env("EMAIL_PORT", "25"))
EMAIL_HOST_USER = env("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = flag("EMAIL_USE_TLS")
EMAIL_TIMEOUT = 20  # Seconds; the outbox tries again later.
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", "scr-portal@localhost")

# Headers
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
        "object-src": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb", "display-capture", "accelerometer")
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("BEHIND_PROXY") else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_ENGINE = "scr_portal.lib.sign_ins"
# Seconds that a sign-in lasts in all, and while nobody opens, types or sends anything.
SESSION_COOKIE_AGE = 60 * 60 * 10
SESSION_IDLE = 60 * int(env("SESSION_IDLE_MINUTES", "30"))
SIMPLE_HISTORY_ENABLED = True

# What is logged: one JSON object a line where the portal is served for others, else lines for the person at the machine.
LOG_JSON = flag("LOG_JSON", HTTPS)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(message)s"}, "json": {"()": "scr_portal.logs.JsonLines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json" if LOG_JSON else "plain"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", "WARNING")},
    # Django's own handlers say the same a second time, in words of their own.
    "loggers": {"django": {"handlers": [], "level": "NOTSET"}, "django.server": {"handlers": []}},
}
# Who may read /metrics: whoever sends this token; nobody where there is none. Where several processes count, each does so
# in a file of this folder (scr_portal/serving.py).
METRICS_TOKEN = env("METRICS_TOKEN")
METRICS_FOLDER = env("PROMETHEUS_MULTIPROC_DIR")
