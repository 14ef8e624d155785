-- What the second form held, once the months it belongs to stand. Frozen with step 0003.

INSERT INTO message_body (counter_id, epoch, sequence, book_month, raw)
SELECT counter_id, epoch, sequence, book_month, raw FROM message;

ALTER TABLE message DROP COLUMN raw;

INSERT INTO payment (counter_id, epoch, sequence, book_month, payment_id, receipt_no, account_no,
    amount_paise, business_date, recorded_us, cashier_id, fate, for_account_no, group_id, payer_key)
SELECT counter_id, epoch, sequence, substr(business_date, 1, 7), payment_id, receipt_no, account_no,
    amount_paise, business_date, recorded_us, cashier_id, fate, for_account_no, group_id, payer_key
FROM old_payment;

INSERT INTO payment_tender (counter_id, epoch, sequence, book_month, line, kind, amount_paise, identity)
SELECT old.counter_id, old.epoch, old.sequence, message.book_month, line, old.kind, amount_paise, identity
FROM old_tender AS old JOIN message ON message.counter_id = old.counter_id
AND message.epoch = old.epoch AND message.sequence = old.sequence;

INSERT INTO payment_part (counter_id, epoch, sequence, book_month, line, told_bill_no,
    booked_bill_no, amount_paise, toward)
SELECT old.counter_id, old.epoch, old.sequence, message.book_month, line, told_bill_no,
    booked_bill_no, amount_paise, toward
FROM old_part AS old JOIN message ON message.counter_id = old.counter_id
AND message.epoch = old.epoch AND message.sequence = old.sequence;

DROP TABLE old_payment;

DROP TABLE old_tender;

DROP TABLE old_part;

DROP TABLE old_matched;
