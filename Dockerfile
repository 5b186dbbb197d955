# One image for web, worker and beat; docker-compose.yml says what each runs.
FROM python:3.13-slim-bookworm AS made
WORKDIR /app
COPY requirements.txt requirements-build.txt requirements-node.txt package.json package-lock.json ./
COPY scr_portal/__init__.py scr_portal/__init__.py
COPY scr_portal/setup scr_portal/setup
RUN python -m scr_portal.setup.environment requirements.txt \
    && python -m scr_portal.setup.page_libraries \
    && rm -rf node_modules
COPY . .
RUN .venv/bin/python -m compileall -q .venv agencies findings reviews scr_portal ; \
    SECRET_KEY=for-this-step-only SEAL_KEYS=for-this-step-only .venv/bin/python manage.py collectstatic --noinput --verbosity 0

FROM python:3.13-slim-bookworm
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin portal \
    && install -d -o portal -g portal /files
WORKDIR /app
COPY --from=made /app /app
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 MEDIA_ROOT=/files HOME=/tmp
USER portal
EXPOSE 8000
CMD ["gunicorn", "scr_portal.wsgi", "--config=python:scr_portal.serving", "--bind=0.0.0.0:8000", "--workers=2", "--threads=4", "--timeout=120", "--worker-tmp-dir=/dev/shm"]
