"""Files on their way in: a large one is never kept, not even until somebody refuses it."""

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

MEGABYTE = 1024 * 1024


def largest_upload() -> int:
    return settings.EVIDENCE_MAX_MB * MEGABYTE


class LimitedUpload(FileUploadHandler):
    """Stands before the handlers that store; the request then knows that something was left out."""

    def receive_data_chunk(self, raw_data, start):
        if start + len(raw_data) > largest_upload():
            self.request.has_too_large_file = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size):
        """The next handler has the file."""
