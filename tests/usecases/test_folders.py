from pathlib import Path

import pytest

from paten_desk.usecases import folders

MOUNTS = """\
21 26 0:19 / /sys rw,nosuid shared:7 - sysfs sysfs rw
26 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
40 26 0:45 / /mnt/kantor rw shared:20 - nfs4 server:/kantor rw,vers=4.2
41 26 0:46 / /mnt/berbagi\\040kita rw shared:21 - cifs //server/kita rw
42 26 8:17 / /media/loket/KARTU rw shared:22 - fuseblk /dev/sdb1 rw
43 26 0:47 / /rumah/loket/awan rw shared:23 - fuse.rclone awan: rw
44 26 0:48 / /rumah/loket/awan/lokal rw shared:24 - ext4 /dev/vdb1 rw
broken line
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib/paten", "ext4"),
        ("/mnt/kantor/data", "nfs4"),
        ("/mnt/kantor2/data", "ext4"),
        ("/mnt/berbagi kita/data", "cifs"),
        ("/media/loket/KARTU/data", "fuseblk"),
        ("/rumah/loket/awan/data", "fuse.rclone"),
        ("/rumah/loket/awan/lokal/data", "ext4"),
    ],
)
def test_the_disk_under_a_folder_is_the_nearest_above_it(folder, kind):
    assert folders.type_in(MOUNTS, Path(folder)) == kind


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone", "davfs", "remote"])
def test_a_network_share_is_refused_with_a_way_out(kind, tmp_path):
    assert "jaringan" in folders.why_unsafe(tmp_path, kind)
    assert "pindahkan ke disk" in folders.why_unsafe(tmp_path, kind)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs", "tmpfs", "overlay", "fuseblk", "vfat", ""])
def test_a_disk_of_the_computer_is_not(kind, tmp_path):
    assert folders.why_unsafe(tmp_path, kind) == ""


@pytest.mark.parametrize(
    "name", ["OneDrive", "OneDrive - Kecamatan Contoh", "Google Drive", "Dropbox (Kantor)", "iCloudDrive", "Nextcloud"]
)
def test_a_cloud_folder_is_refused_by_its_name(name):
    assert folders.is_in_cloud(Path("/rumah/loket") / name / "PATEN Desk")
    assert "awan" in folders.why_unsafe(Path("/rumah/loket") / name / "PATEN Desk", "ext4")


def test_a_cloud_folder_is_known_by_what_windows_says_of_it(monkeypatch, tmp_path):
    monkeypatch.setenv("OneDrive", str(tmp_path / "Berkas"))

    assert folders.is_in_cloud(tmp_path / "Berkas" / "PATEN Desk")
    assert not folders.is_in_cloud(tmp_path / "PATEN Desk")


def test_an_ordinary_folder_of_a_similar_name_is_not_a_cloud():
    assert not folders.is_in_cloud(Path("/rumah/loket/Kantor Dropdown/PATEN Desk"))


def test_this_computer_says_something_of_its_disk(tmp_path):
    assert folders.file_system_of(tmp_path) not in ("", "nfs")
