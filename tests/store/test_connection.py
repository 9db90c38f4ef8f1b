import os
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from rashomon.errors import CaseError
from rashomon.exports.jsonl import dumps
from rashomon.records import Outcome
from rashomon.store import migrations, reader, writer
from rashomon.store.connection import Database
from tests.store.examples import FLOOD, STRIKE, outcome


def made(path, *readings):
    with Database.open(path) as database:
        for reading in readings:
            with database.writing() as connection:
                writer.keep(connection, reading, outcome(reading))
    return path


def printed(path, **options):
    with Database.open(path, **options) as database, database.reading() as connection:
        return [dumps(reading) for reading in reader.readings(connection)]


def refusal(path, **options) -> str:
    with pytest.raises(CaseError) as caught:
        Database.open(path, **options).close()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_folder_is_no_case(tmp_path):
    assert refusal(tmp_path) == (
        f"{tmp_path} is a folder; give the name of a case file in it, as {tmp_path}/case.rashomon"
    )


def test_there_must_be_a_case_where_none_may_be_made(tmp_path):
    path = tmp_path / "case.rashomon"
    assert refusal(path, create=False) == f"there is no case at {path}; make one with: rashomon add PAGE --case {path}"
    assert not path.exists()


def test_the_folder_of_a_new_case_must_be_there(tmp_path):
    assert (
        refusal(tmp_path / "no" / "case.rashomon")
        == f"there is no folder {tmp_path}/no to keep a case in; make it first"
    )


@pytest.mark.parametrize("data", [b"\x00\xff" * 3000, b"<html>page</html>", b"SQLite format 3\0" + b"\x07" * 5000])
def test_another_kind_of_file_is_left_as_it_is(tmp_path, data):
    path = tmp_path / "page.html"
    path.write_bytes(data)
    assert refusal(path) == f"{path} is not a case file; it was left as it is: give another name with --case"
    assert path.read_bytes() == data


def test_the_database_of_another_program_is_left_as_it_is(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")
    connection.close()
    before = path.read_bytes()
    assert "is not a case file" in refusal(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_case_only_when_asked(tmp_path):
    path = tmp_path / "case.rashomon"
    path.touch()
    assert refusal(path, create=False) == f"{path} holds no case; add pages to it with: rashomon add PAGE --case {path}"
    assert printed(path) == []


def test_a_newer_case_asks_for_a_newer_rashomon(tmp_path):
    path = made(tmp_path / "case.rashomon")
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO migrations VALUES (99, 'm099_later')")
    connection.close()
    assert refusal(path) == (
        f"{path} was written by a newer Rashomon (schema 99; this one knows {len(migrations.STEPS)}): upgrade with"
        " pip install --upgrade rashomon"
    )


def test_a_damaged_case_says_so(tmp_path):
    path = made(tmp_path / "case.rashomon", FLOOD)
    data = bytearray(path.read_bytes())
    data[200:] = b"\x07" * (len(data) - 200)
    path.write_bytes(data)
    assert refusal(path) == (
        f"{path} is damaged; restore a copy, or give a new name with --case and add the pages again"
    )


def test_a_case_that_another_program_writes_to_can_be_read_but_not_written(tmp_path):
    path = made(tmp_path / "case.rashomon", FLOOD)
    with Database.open(path) as first, Database.open(path, patience=0.05) as second, first.writing() as busy:
        writer.keep(busy, STRIKE, outcome(STRIKE))
        with pytest.raises(CaseError) as caught, second.writing():
            pass
        assert str(caught.value) == f"{path} is being written by another program; try again when that has ended"
        with second.reading() as connection:
            assert [page.title for page in reader.pages(connection)] == ["The dam"]
    assert printed(path) == [dumps(FLOOD), dumps(STRIKE)]


def test_several_programs_can_make_and_fill_one_case(tmp_path):
    path = tmp_path / "case.rashomon"
    start = Barrier(4)

    def fill(who):
        start.wait()
        with Database.open(path) as database:
            for n in range(5):
                with database.writing() as connection:
                    writer.note(connection, Outcome(f"{who}-{n}", "skipped", "no article"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(fill, "abcd"))
    with Database.open(path) as database, database.reading() as connection:
        assert [one.input for one in reader.outcomes(connection)] == [f"{who}-{n}" for who in "abcd" for n in range(5)]


def test_a_full_disk_loses_nothing(tmp_path):
    path = made(tmp_path / "case.rashomon", FLOOD)
    long = replace(STRIKE, page=replace(STRIKE.page, text=STRIKE.page.text * 5000))
    with Database.open(path) as database:
        with pytest.raises(CaseError) as caught, database.writing() as connection:
            keep_on_a_full_disk(connection, long)
        assert str(caught.value) == (
            f"no space left to write {path}; free some and run the same command again, nothing is lost"
        )
    assert printed(path) == [dumps(FLOOD)]
    assert printed(made(path, STRIKE)) == [dumps(FLOOD), dumps(STRIKE)]


def keep_on_a_full_disk(connection, reading):
    connection.exec_driver_sql("PRAGMA max_page_count = 1")
    writer.keep(connection, reading, outcome(reading))


def test_a_case_that_may_not_be_written_can_be_read(tmp_path, monkeypatch):
    path = made(tmp_path / "case.rashomon", FLOOD)
    path.chmod(stat.S_IRUSR)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert printed(path) == [dumps(FLOOD)]
    with Database.open(path) as database, pytest.raises(CaseError) as caught, database.writing():
        pass
    assert str(caught.value) == f"{path} is read-only; copy it to a folder that you can write to and add pages there"
    assert [file.name for file in tmp_path.iterdir()] == ["case.rashomon"]


def test_a_folder_where_nothing_can_be_made_says_so():
    assert refusal("/proc/case.rashomon") == (
        "/proc/case.rashomon cannot be opened for writing; check its folder and permissions"
    )


@pytest.mark.parametrize("address", ["nosuch://host/name", "postgresql+nosuch://host/name"])
def test_an_address_of_no_database_is_refused(address):
    assert "give the path of a case file" in refusal(address)


def test_any_name_will_do_for_a_case(tmp_path):
    path = made(tmp_path / "a #1? 100% case é.db", FLOOD)
    assert printed(path, create=False) == [dumps(FLOOD)]
    assert path.exists()
