from reviewer.readers.fields import Fields


def fields(*steps: str) -> Fields:
    made = Fields()
    for step in steps:
        if step in ("begin", "separate", "end"):
            made.take(step)
        else:
            made.add_code(step)
    return made


def test_text_shows_outside_fields_and_in_results_only():
    assert fields().show
    assert not fields("begin", "PAGE").show
    assert fields("begin", "PAGE", "separate").show
    assert fields("begin", "PAGE", "separate", "end").show
    assert not fields("begin", "IF ", "begin", "PAGE", "separate").show
    assert fields("begin", "XE", "end").show


def test_only_the_result_of_a_table_of_contents_is_one():
    assert fields("begin", " TOC ", "\\o", "separate").in_contents
    assert not fields("begin", "TOC").in_contents
    assert not fields("begin", "TOCX", "separate").in_contents
    assert fields("begin", "TOC ", "separate", "begin", "PAGEREF", "separate").in_contents
    assert not fields("begin", "TOC", "separate", "end").in_contents


def test_field_characters_out_of_place_do_no_harm():
    assert fields("end", "separate", "end").show
    assert fields("begin", "separate", "separate", "end").show
